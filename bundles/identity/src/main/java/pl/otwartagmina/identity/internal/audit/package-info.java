/** The audit trail and its chain of seals. */
@org.jspecify.annotations.NullMarked
package pl.otwartagmina.identity.internal.audit;
