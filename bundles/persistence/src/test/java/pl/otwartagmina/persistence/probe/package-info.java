/** A module that never closes anything, for a bundle that the tests make. */
@org.jspecify.annotations.NullMarked
package pl.otwartagmina.persistence.probe;
