/** A module of the tests that lets the gmina's hall, and has dues. */
@org.jspecify.annotations.NullMarked
package pl.otwartagmina.tests.hall;
