package pl.otwartagmina.testing.database;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.ClassTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Runs all tests of a class twice, on Derby and on PostgreSQL. Every test begins with an empty database, which the
 * constructor or the test takes as a parameter:
 *
 * <pre>{@code
 * @BothDatabases
 * class DuesTest {
 *     private final Dues dues;
 *
 *     DuesTest(Database database) {
 *         dues = new Dues(database);
 *     }
 *
 *     @Test
 *     void a_paid_due_leaves_the_list() { ... }
 * }
 * }</pre>
 *
 * <p>Units that a test leaves open are closed after it. A class with {@code @TestInstance(PER_CLASS)} keeps one database
 * for all its tests.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ClassTemplate
@ExtendWith(EachDatabase.class)
public @interface BothDatabases {}
