/** The portal's database behind {@code pl.otwartagmina.api.data}: connections, migrations, persistence units. */
@org.jspecify.annotations.NullMarked
package pl.otwartagmina.persistence;
