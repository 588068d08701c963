/** The screens of clerks. */
@org.jspecify.annotations.NullMarked
package pl.otwartagmina.service.payments.internal.ui.clerk;
