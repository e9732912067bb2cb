/** What an entity type must provide so that the engine can migrate it. */
@NamedInterface("spi")
@NullMarked
package app.ascent.migration.spi;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
