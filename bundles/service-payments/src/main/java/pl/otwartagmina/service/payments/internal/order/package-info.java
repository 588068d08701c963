/** Paying: what a resident pays at once, how it goes on at the gateway, and what is booked of it. Rules, pure Java. */
@org.jspecify.annotations.NullMarked
package pl.otwartagmina.service.payments.internal.order;
