/** The projects of clients, the numbers they get, the phases they are divided by, their tasks, and what is said about them. */
@ApplicationModule(
        allowedDependencies = {
            "crm",
            "crm :: page",
            "contracts",
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
package app.ascent.projects;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
