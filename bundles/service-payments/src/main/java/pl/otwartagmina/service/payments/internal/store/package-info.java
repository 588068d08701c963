/** The tables of dues and all SQL that speaks to them. */
@org.jspecify.annotations.NullMarked
package pl.otwartagmina.service.payments.internal.store;
