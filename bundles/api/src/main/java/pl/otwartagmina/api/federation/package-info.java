/** Signing in with an identity provider: login.gov.pl, an OpenID provider of the office, and the like. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
@org.jspecify.annotations.NullMarked
package pl.otwartagmina.api.federation;
