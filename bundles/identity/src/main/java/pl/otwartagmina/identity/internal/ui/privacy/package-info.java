/** The screens of "Moje dane", and of the office that decides on requests. */
@org.jspecify.annotations.NullMarked
package pl.otwartagmina.identity.internal.ui.privacy;
