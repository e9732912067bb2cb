/** What was said about a record, by people here and in the source; knows no kind of record. */
@ApplicationModule(allowedDependencies = {"files", "record", "record :: *", "identity", "audit", "web"})
@NullMarked
package app.ascent.conversation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
