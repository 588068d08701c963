/** The files in which a tax system hands over its dues, payments and reasons. */
@org.jspecify.annotations.NullMarked
package pl.otwartagmina.service.payments.internal.csv;
