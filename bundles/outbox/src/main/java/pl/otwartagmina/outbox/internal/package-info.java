/** Letters on their way out. */
@org.jspecify.annotations.NullMarked
package pl.otwartagmina.outbox.internal;
