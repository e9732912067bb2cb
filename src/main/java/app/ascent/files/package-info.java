/** What is attached to records, and where its content lies; knows no kind of record. */
@ApplicationModule(allowedDependencies = {"record", "record :: *", "identity", "audit", "web", "database"})
@NullMarked
package app.ascent.files;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
