/** What every kind of record is made of: a field declared once, lists, forms, batches of an import, the Source card. */
@ApplicationModule(allowedDependencies = {"identity", "audit", "web", "database", "text"})
@NullMarked
package app.ascent.record;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
