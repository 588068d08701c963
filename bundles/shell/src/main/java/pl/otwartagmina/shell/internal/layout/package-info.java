/** What stands around every page: top bar, menu, footer. */
@org.jspecify.annotations.NullMarked
package pl.otwartagmina.shell.internal.layout;
