/** Flow on the HTTP whiteboard: the only package that knows how Vaadin's servlet is brought up inside OSGi. */
@org.jspecify.annotations.NullMarked
package pl.otwartagmina.shell.internal.web;
