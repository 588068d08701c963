/** XML that came from outside: how it is read, and why it is believed. */
@org.jspecify.annotations.NullMarked
package pl.otwartagmina.integration.logingov.internal.xml;
