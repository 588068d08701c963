/** Transfer slips and what is printed after paying: pure rules and documents. */
@org.jspecify.annotations.NullMarked
package pl.otwartagmina.service.payments.internal.slip;
