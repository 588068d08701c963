/** Dues that other modules contribute. */
@org.jspecify.annotations.NullMarked
package pl.otwartagmina.service.payments.internal.source;
