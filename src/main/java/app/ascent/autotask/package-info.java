/** Talks to Autotask: zones, credentials, the read-only client and its request budget. */
@ApplicationModule(allowedDependencies = {"identity", "audit", "vault", "database"})
@NullMarked
package app.ascent.autotask;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
