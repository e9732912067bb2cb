/** All migrations, and the one address of each, whose page follows its state. */
@NullMarked
package app.ascent.journey.overview;

import org.jspecify.annotations.NullMarked;
