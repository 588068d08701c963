package pl.otwartagmina.persistence;

import java.net.URL;
import org.jspecify.annotations.Nullable;

/** The module's classes first, then those that EclipseLink must find here by name: our converter, platforms and log. */
final class UnitClassLoader extends ClassLoader {
    UnitClassLoader(ClassLoader module) {
        super(module);
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        return UnitClassLoader.class.getClassLoader().loadClass(name);
    }

    /** EclipseLink reads annotations from the bytes of a class. */
    @Override
    protected @Nullable URL findResource(String name) {
        return UnitClassLoader.class.getClassLoader().getResource(name);
    }
}
