@org.jspecify.annotations.NullMarked
package pl.otwartagmina.integration.oidc.internal;
