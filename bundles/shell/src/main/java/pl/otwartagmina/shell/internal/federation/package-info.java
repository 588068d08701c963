/** Signing in with identity providers: who they are, what is under way, and the addresses where they meet the portal. */
@org.jspecify.annotations.NullMarked
package pl.otwartagmina.shell.internal.federation;
