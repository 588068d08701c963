@org.jspecify.annotations.NullMarked
package pl.otwartagmina.integration.payu.internal;
