/** Accounts as an e-service: "Moje konto". */
@org.jspecify.annotations.NullMarked
package pl.otwartagmina.identity;
