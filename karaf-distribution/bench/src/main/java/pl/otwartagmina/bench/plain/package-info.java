/** The portal's own classes wired by hand in one Jetty: what OSGi is compared with. */
@org.jspecify.annotations.NullMarked
package pl.otwartagmina.bench.plain;
