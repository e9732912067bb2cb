/** The devices, programs and services that clients own, and how they hang together. */
@ApplicationModule(
        allowedDependencies = {
            "crm",
            "crm :: page",
            "contracts",
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
package app.ascent.assets;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
