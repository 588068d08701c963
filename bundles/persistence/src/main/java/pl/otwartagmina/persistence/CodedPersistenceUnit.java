package pl.otwartagmina.persistence;

import jakarta.persistence.SharedCacheMode;
import jakarta.persistence.ValidationMode;
import jakarta.persistence.spi.ClassTransformer;
import jakarta.persistence.spi.PersistenceUnitInfo;
import jakarta.persistence.spi.PersistenceUnitTransactionType;
import java.net.URL;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.eclipse.persistence.jpa.PersistenceProvider;
import org.jspecify.annotations.Nullable;
import pl.otwartagmina.api.data.UnitDefinition;

/** What a {@code persistence.xml} would say. */
final class CodedPersistenceUnit implements PersistenceUnitInfo {
    private final String name;
    private final DataSource source;
    private final List<String> classes;
    private final ClassLoader loader;

    CodedPersistenceUnit(String name, UnitDefinition definition, DataSource source) {
        this.name = name;
        this.source = source;
        this.classes = Stream.concat(definition.entities().stream(), Stream.of(InstantColumn.class))
                .map(Class::getName)
                .toList();
        this.loader = new UnitClassLoader(definition.loader());
    }

    @Override
    public String getPersistenceUnitName() {
        return name;
    }

    @Override
    public String getPersistenceProviderClassName() {
        return PersistenceProvider.class.getName();
    }

    @Override
    public PersistenceUnitTransactionType getTransactionType() {
        return PersistenceUnitTransactionType.RESOURCE_LOCAL;
    }

    @Override
    public @Nullable DataSource getJtaDataSource() {
        return null;
    }

    @Override
    public DataSource getNonJtaDataSource() {
        return source;
    }

    @Override
    public List<String> getMappingFileNames() {
        return List.of();
    }

    @Override
    public List<URL> getJarFileUrls() {
        return List.of();
    }

    /** Asked for, but nothing is searched there, since the classes are listed. */
    @Override
    public URL getPersistenceUnitRootUrl() {
        return CodedPersistenceUnit.class.getProtectionDomain().getCodeSource().getLocation();
    }

    @Override
    public List<String> getManagedClassNames() {
        return classes;
    }

    @Override
    public boolean excludeUnlistedClasses() {
        return true;
    }

    @Override
    public SharedCacheMode getSharedCacheMode() {
        return SharedCacheMode.NONE;
    }

    @Override
    public ValidationMode getValidationMode() {
        return ValidationMode.NONE;
    }

    @Override
    public Properties getProperties() {
        return new Properties();
    }

    @Override
    public String getPersistenceXMLSchemaVersion() {
        return "3.0";
    }

    @Override
    public ClassLoader getClassLoader() {
        return loader;
    }

    @Override
    public void addTransformer(ClassTransformer transformer) {
        // Weaving is off: docs/decisions/0003.
    }

    @Override
    public ClassLoader getNewTempClassLoader() {
        return loader;
    }
}
