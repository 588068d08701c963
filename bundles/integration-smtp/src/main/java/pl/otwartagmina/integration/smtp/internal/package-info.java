/** Letters over SMTP, or into a folder. */
@org.jspecify.annotations.NullMarked
package pl.otwartagmina.integration.smtp.internal;
