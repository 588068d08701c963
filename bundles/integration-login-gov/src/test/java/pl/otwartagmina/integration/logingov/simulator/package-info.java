/**
 * A login.gov.pl for tests. It shares no code with the portal: it signs with the JDK's XML signatures and encrypts by hand,
 * so that what both understand is the format and not each other's mistakes.
 */
@org.jspecify.annotations.NullMarked
package pl.otwartagmina.integration.logingov.simulator;
