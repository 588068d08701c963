/** The modules that are there now: bound, fenced, routed. */
@org.jspecify.annotations.NullMarked
package pl.otwartagmina.shell.internal.modules;
