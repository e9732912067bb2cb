/** The projects of clients, and the numbers they get. */
@ApplicationModule(
        allowedDependencies = {
            "crm",
            "contracts",
            "record",
            "record :: *",
            "identity",
            "audit",
            "web",
            "database",
            "text"
        })
@NullMarked
package app.ascent.projects;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
