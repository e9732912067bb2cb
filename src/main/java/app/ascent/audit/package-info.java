/** Who did what, and when. */
@ApplicationModule(allowedDependencies = {"identity", "web"})
@NullMarked
package app.ascent.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
