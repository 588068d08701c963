/** The built portal, started as an operator starts it and used as residents, operators and vendors use it. */
@org.jspecify.annotations.NullMarked
package pl.otwartagmina.tests;
