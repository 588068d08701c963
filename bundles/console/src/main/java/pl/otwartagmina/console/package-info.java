/** Commands {@code module:*} of the Karaf console. */
@NullMarked
package pl.otwartagmina.console;

import org.jspecify.annotations.NullMarked;
