/** A module of the tests with a form that everybody may fill in; whoever sends it signs in. */
@org.jspecify.annotations.NullMarked
package pl.otwartagmina.tests.question;
