/** Values of the domain that validate themselves: money, identifiers with check digits, bank accounts. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
@org.jspecify.annotations.NullMarked
package pl.otwartagmina.api.value;
