@org.jspecify.annotations.NullMarked
package pl.otwartagmina.integration.sandboxbank.internal.bank;
