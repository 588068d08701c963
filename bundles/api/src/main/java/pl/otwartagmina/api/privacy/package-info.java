/** What modules know of a person: shown, exported, erased, and what a person has agreed to. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.1.0")
@org.jspecify.annotations.NullMarked
package pl.otwartagmina.api.privacy;
