@org.jspecify.annotations.NullMarked
package pl.otwartagmina.outbox.internal;
