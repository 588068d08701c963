/** What is owed (zobowiązania): how any module puts its dues into the one list of payments, and hears what was paid. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
@org.jspecify.annotations.NullMarked
package pl.otwartagmina.api.dues;
