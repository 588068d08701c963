/**
 * The life of modules: a feature {@code service-<id>} is enabled and disabled bundle by bundle on the framework itself,
 * so that the container's own state is the only one there is.
 */
@NullMarked
package pl.otwartagmina.lifecycle;

import org.jspecify.annotations.NullMarked;
