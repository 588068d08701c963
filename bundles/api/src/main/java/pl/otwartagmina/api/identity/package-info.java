/** Who is signed in, for whom they act, and how people and companies are keyed. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("2.4.0")
@org.jspecify.annotations.NullMarked
package pl.otwartagmina.api.identity;
