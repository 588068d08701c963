/** Measures the portal, side by side with the same views as a plain application without OSGi. */
@org.jspecify.annotations.NullMarked
package pl.otwartagmina.bench;
