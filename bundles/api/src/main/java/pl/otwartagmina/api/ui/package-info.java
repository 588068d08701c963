/** What every page is built from, so that modules look and speak alike. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.3.0")
@org.jspecify.annotations.NullMarked
package pl.otwartagmina.api.ui;
