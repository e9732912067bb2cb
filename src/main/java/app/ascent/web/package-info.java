/** The shell every page lives in: layout, navigation, security, and the fallback for errors. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package app.ascent.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
