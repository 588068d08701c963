/** The gmina that runs the portal. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.1.0")
@org.jspecify.annotations.NullMarked
package pl.otwartagmina.api.gmina;
