/** Who people are: accounts, and the keys under which modules know them. */
@org.jspecify.annotations.NullMarked
package pl.otwartagmina.identity.internal;
