/** What a resident or company owes the gmina. */
@org.jspecify.annotations.NullMarked
package pl.otwartagmina.service.payments;
