/** A practice Autotask tenant with invented data; off unless switched on. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package app.ascent.sandbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
