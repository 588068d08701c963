/** Documents for people: what is to be printed or kept as PDF. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
@org.jspecify.annotations.NullMarked
package pl.otwartagmina.api.document;
