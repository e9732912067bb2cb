/** The projects of clients, the numbers they get, and the phases they are divided by. */
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
