/** The records of a run: what was left out, what was remarked on, and each beside itself. */
@NullMarked
package app.ascent.journey.inbox;

import org.jspecify.annotations.NullMarked;
