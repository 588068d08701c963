/** Prints XHTML as accessible PDF. */
@org.jspecify.annotations.NullMarked
package pl.otwartagmina.documents.internal;
