/** Calls of systems elsewhere: bounded in time and size, over https, in strict JSON. */
@org.jspecify.annotations.NullMarked
package pl.otwartagmina.outside;
