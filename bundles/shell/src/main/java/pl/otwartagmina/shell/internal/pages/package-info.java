/** The portal's own pages. */
@org.jspecify.annotations.NullMarked
package pl.otwartagmina.shell.internal.pages;
