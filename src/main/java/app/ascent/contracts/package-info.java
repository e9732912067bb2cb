/** Contracts with clients, what they consist of, and what is left of what was bought in advance. */
@ApplicationModule(
        allowedDependencies = {
            "crm",
            "crm :: page",
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
package app.ascent.contracts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
