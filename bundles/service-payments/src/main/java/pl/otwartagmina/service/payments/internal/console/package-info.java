/** What the operator does at the console. */
@org.jspecify.annotations.NullMarked
package pl.otwartagmina.service.payments.internal.console;
