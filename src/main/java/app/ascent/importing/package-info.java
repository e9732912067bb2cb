/** Where Autotask meets Ascent: the Autotask migration, one folder an entity type. */
@ApplicationModule(
        allowedDependencies = {
            "migration",
            "migration :: spi",
            "autotask",
            "autotask :: client",
            "assets",
            "contracts",
            "conversation",
            "crm",
            "desk",
            "desk :: time",
            "files",
            "projects",
            "record",
            "record :: field",
            "record :: table",
            "record :: imports",
            "identity",
            "audit",
            "web",
            "text"
        })
@NullMarked
package app.ascent.importing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
