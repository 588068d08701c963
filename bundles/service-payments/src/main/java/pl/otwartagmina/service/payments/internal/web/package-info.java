/** What gateways and other systems ask the payments for, without pages and sessions. */
@org.jspecify.annotations.NullMarked
package pl.otwartagmina.service.payments.internal.web;
