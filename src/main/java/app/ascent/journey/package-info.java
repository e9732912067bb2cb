/** What the Owner clicks through to bring a tenant over, and its API: one folder a screen. Nothing uses it. */
@ApplicationModule(
        allowedDependencies = {
            "importing",
            "importing :: people",
            "migration",
            "migration :: spi",
            "autotask",
            "autotask :: client",
            "record :: field",
            "record :: page",
            "identity",
            "web",
            "text"
        })
@NullMarked
package app.ascent.journey;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
