/** Letters to people's e-mail addresses. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
@org.jspecify.annotations.NullMarked
package pl.otwartagmina.api.mail;
