/** The portal's pages around the modules: layout, home, help, errors; the only user of Flow's internals. */
@org.jspecify.annotations.NullMarked
package pl.otwartagmina.shell.internal;
