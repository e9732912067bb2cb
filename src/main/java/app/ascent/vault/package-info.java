/** Keeps secrets: encrypts them before they touch the database, and rotates keys. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package app.ascent.vault;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
