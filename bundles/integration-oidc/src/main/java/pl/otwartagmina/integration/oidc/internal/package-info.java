/** Sign-in with OpenID Connect. */
@org.jspecify.annotations.NullMarked
package pl.otwartagmina.integration.oidc.internal;
