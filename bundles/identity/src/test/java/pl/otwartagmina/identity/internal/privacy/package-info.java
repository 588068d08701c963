@org.jspecify.annotations.NullMarked
package pl.otwartagmina.identity.internal.privacy;
