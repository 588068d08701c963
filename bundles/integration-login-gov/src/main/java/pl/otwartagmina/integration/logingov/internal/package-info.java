/** Signing in with login.gov.pl: the messages of SAML 2.0, what is asked and what is believed. */
@org.jspecify.annotations.NullMarked
package pl.otwartagmina.integration.logingov.internal;
