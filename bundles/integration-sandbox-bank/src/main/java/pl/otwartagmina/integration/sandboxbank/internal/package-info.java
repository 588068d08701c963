/** The portal's side of the simulated bank: a gateway like any other. */
@org.jspecify.annotations.NullMarked
package pl.otwartagmina.integration.sandboxbank.internal;
