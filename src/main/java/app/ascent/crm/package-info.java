/** Clients and contacts, the records a migration fills and people work with. */
@ApplicationModule(
        allowedDependencies = {"files", "record", "record :: *", "identity", "audit", "web", "database", "text"})
@NullMarked
package app.ascent.crm;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
