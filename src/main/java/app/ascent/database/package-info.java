/** Where the data is: the operator's PostgreSQL, or one that Ascent brings along. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package app.ascent.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
