package pl.otwartagmina.persistence;

/** The module's classes first, then those that EclipseLink must find here by name: our converter, platforms and log. */
final class UnitClassLoader extends ClassLoader {
    UnitClassLoader(ClassLoader module) {
        super(module);
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        return UnitClassLoader.class.getClassLoader().loadClass(name);
    }
}
