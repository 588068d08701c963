package pl.otwartagmina.testing.database;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import pl.otwartagmina.api.data.UnitDefinition;

/** A module with a class loader of its own, as its bundle would have: migrations in a folder, classes copied there. */
final class ModuleOnDisk {
    private final String id;
    private final Path folder;

    ModuleOnDisk(String id, Path folder) {
        this.id = id;
        this.folder = folder;
    }

    ModuleOnDisk with(String file, String sql) {
        write("db/migration/" + file, sql.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return this;
    }

    ModuleOnDisk with(Class<?> type) {
        String file = type.getName().replace('.', '/') + ".class";
        try (InputStream in = type.getClassLoader().getResourceAsStream(file)) {
            write(file, in.readAllBytes());
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
        return this;
    }

    /** The module's tables without entities. */
    UnitDefinition tables() {
        return new UnitDefinition(id, loader(Set.of()), List.of());
    }

    /** The module's tables with an entity that a new class loader defines. */
    UnitDefinition entity(Class<?> type) {
        ClassLoader loader = loader(Set.of(type.getName()));
        try {
            return new UnitDefinition(id, loader, List.of(loader.loadClass(type.getName())));
        } catch (ClassNotFoundException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private ClassLoader loader(Set<String> own) {
        try {
            return new OwnClassesFirst(folder.toUri().toURL(), own);
        } catch (IOException wrong) {
            throw new IllegalStateException(wrong);
        }
    }

    private void write(String file, byte[] content) {
        Path path = folder.resolve(file);
        try {
            Files.createDirectories(path.getParent());
            Files.write(path, content);
        } catch (IOException unwritable) {
            throw new IllegalStateException(unwritable);
        }
    }

    private static final class OwnClassesFirst extends URLClassLoader {
        private final Set<String> own;

        private OwnClassesFirst(URL folder, Set<String> own) {
            super(new URL[] {folder}, ModuleOnDisk.class.getClassLoader());
            this.own = own;
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            synchronized (getClassLoadingLock(name)) {
                Class<?> loaded = findLoadedClass(name);
                if (loaded != null) {
                    return loaded;
                }
                return own.contains(name) ? findClass(name) : super.loadClass(name, resolve);
            }
        }

        /** Only what is the module's own: the tests around it have migrations too. */
        @Override
        public java.util.Enumeration<URL> getResources(String name) throws IOException {
            return findResources(name);
        }
    }
}
