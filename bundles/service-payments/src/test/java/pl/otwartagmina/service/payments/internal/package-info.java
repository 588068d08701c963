@org.jspecify.annotations.NullMarked
package pl.otwartagmina.service.payments.internal;
