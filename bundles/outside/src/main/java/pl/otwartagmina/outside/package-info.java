/** Calls of systems elsewhere: bounded in time and size, over https, in strict JSON. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
@org.jspecify.annotations.NullMarked
package pl.otwartagmina.outside;
