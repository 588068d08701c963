/** Documents for residents: transfer slips, receipts, the reckoning of interest. */
@org.jspecify.annotations.NullMarked
package pl.otwartagmina.service.payments.internal.document;
