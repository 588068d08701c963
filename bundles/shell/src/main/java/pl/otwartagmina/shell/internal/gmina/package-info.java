/** Whose portal this is: settings, theme, crest. */
@org.jspecify.annotations.NullMarked
package pl.otwartagmina.shell.internal.gmina;
