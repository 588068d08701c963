/** What a module registers to appear in the portal: its card, its views and what it tells the home page. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.2.0")
@org.jspecify.annotations.NullMarked
package pl.otwartagmina.api.module;
