/** Payments by Przelewy24, REST API v1. */
@org.jspecify.annotations.NullMarked
package pl.otwartagmina.integration.przelewy24.internal;
