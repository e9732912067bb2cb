/** The first page after sign-in. */
@ApplicationModule(allowedDependencies = {"crm", "record", "record :: page", "migration", "audit", "identity", "web"})
@NullMarked
package app.ascent.dashboard;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
