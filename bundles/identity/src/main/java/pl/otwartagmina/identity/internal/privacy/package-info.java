/** What people may know, take along and have erased of what the portal holds of them (RODO, chapter III). */
@org.jspecify.annotations.NullMarked
package pl.otwartagmina.identity.internal.privacy;
