/** Statements of the bank: reading them, and finding out what a transfer was for. */
@org.jspecify.annotations.NullMarked
package pl.otwartagmina.service.payments.internal.bank;
