/** Runs migrations: staging, mapping, loading, checkpoints and reports. Knows neither Autotask nor any record of Ascent. */
@ApplicationModule(allowedDependencies = {"identity", "audit", "database"})
@NullMarked
package app.ascent.migration;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
