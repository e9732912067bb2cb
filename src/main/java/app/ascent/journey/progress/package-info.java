/** A run that is under way, or stands still. */
@NullMarked
package app.ascent.journey.progress;

import org.jspecify.annotations.NullMarked;
