/** Payments by PayU, REST API 2.1. */
@org.jspecify.annotations.NullMarked
package pl.otwartagmina.integration.payu.internal;
