@org.jspecify.annotations.NullMarked
package pl.otwartagmina.integration.smtp.internal;
