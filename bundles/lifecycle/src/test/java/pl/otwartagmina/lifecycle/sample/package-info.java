/** Classes that the tests put into bundles of their own. */
@org.jspecify.annotations.NullMarked
package pl.otwartagmina.lifecycle.sample;
