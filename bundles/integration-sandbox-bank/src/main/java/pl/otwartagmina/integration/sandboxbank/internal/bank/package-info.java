/** The simulated bank itself: pages, books, notifications. It knows the portal only as somebody who calls it. */
@org.jspecify.annotations.NullMarked
package pl.otwartagmina.integration.sandboxbank.internal.bank;
