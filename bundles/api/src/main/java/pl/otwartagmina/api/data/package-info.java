/** Tables of a module: one persistence unit, one migration history, one transaction template. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.1.0")
@org.jspecify.annotations.NullMarked
package pl.otwartagmina.api.data;
