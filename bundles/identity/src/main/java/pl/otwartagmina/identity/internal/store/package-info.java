/** Accounts, links and guesses in the database. */
@org.jspecify.annotations.NullMarked
package pl.otwartagmina.identity.internal.store;
