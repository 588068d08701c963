/** What the operator sees of them. */
@org.jspecify.annotations.NullMarked
package pl.otwartagmina.outbox.internal.console;
