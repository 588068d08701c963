/** A module that does what no module should; packed into bundles by the tests, each of which says what is wrong with it. */
@org.jspecify.annotations.NullMarked
package pl.otwartagmina.tests.unruly;
