/** The screens of dues and accounts. */
@org.jspecify.annotations.NullMarked
package pl.otwartagmina.service.payments.internal.ui;
