/** Texts in three languages, of the shell and of the modules. */
@org.jspecify.annotations.NullMarked
package pl.otwartagmina.shell.internal.text;
