package pl.otwartagmina.tests;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives tests, as parameters, the running demo ({@link PortalProcess}, one for all tests) and a browser
 * ({@link Browser}). Whatever a page complains about in the browser's console fails the test.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(PortalExtension.class)
@interface RunningPortal {}
