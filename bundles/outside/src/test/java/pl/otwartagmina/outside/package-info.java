@org.jspecify.annotations.NullMarked
package pl.otwartagmina.outside;
