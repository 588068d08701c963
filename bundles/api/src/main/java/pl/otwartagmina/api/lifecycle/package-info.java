/** The modules of this portal and their state, as the operator sees and changes it. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.1.0")
@org.jspecify.annotations.NullMarked
package pl.otwartagmina.api.lifecycle;
