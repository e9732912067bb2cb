/** Deleting a migration. */
@NullMarked
package app.ascent.journey.delete;

import org.jspecify.annotations.NullMarked;
