/** Accounts, roles and the audit trail at the operator's console. */
@org.jspecify.annotations.NullMarked
package pl.otwartagmina.identity.internal.console;
