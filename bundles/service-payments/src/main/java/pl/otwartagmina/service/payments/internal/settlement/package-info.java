/** The law of splitting a payment, and the reckoning of interest that can be shown. */
@org.jspecify.annotations.NullMarked
package pl.otwartagmina.service.payments.internal.settlement;
