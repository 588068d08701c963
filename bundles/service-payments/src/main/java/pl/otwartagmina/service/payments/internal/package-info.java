/** The rules of local dues: pure Java, no container, no database, no screen. */
@org.jspecify.annotations.NullMarked
package pl.otwartagmina.service.payments.internal;
