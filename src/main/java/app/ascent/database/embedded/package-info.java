/** A PostgreSQL of Ascent's own, for whoever has none: its files, its process, and who starts it again when it dies. */
@NullMarked
package app.ascent.database.embedded;

import org.jspecify.annotations.NullMarked;
