/** Tickets with their statuses and categories, and the time that was worked. */
@ApplicationModule(
        allowedDependencies = {
            "crm",
            "crm :: page",
            "contracts",
            "assets",
            "projects",
            "conversation",
            "files",
            "record",
            "record :: *",
            "identity",
            "audit",
            "web",
            "database",
            "text"
        })
@NullMarked
package app.ascent.desk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
