@org.jspecify.annotations.NullMarked
package pl.otwartagmina.integration.przelewy24.internal;
