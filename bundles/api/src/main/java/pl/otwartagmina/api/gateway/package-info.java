/** Taking money: what the gateways (bramki płatnicze) offer to the payments. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
@org.jspecify.annotations.NullMarked
package pl.otwartagmina.api.gateway;
