@org.jspecify.annotations.NullMarked
package pl.otwartagmina.shell.internal.federation;
