/** Who uses Ascent: organizations, their users and roles, and who is signed in. */
@ApplicationModule(allowedDependencies = {"web", "vault", "text"})
@NullMarked
package app.ascent.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
