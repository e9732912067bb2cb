/** The hours of both sides, summed up by client and month. */
@NullMarked
package app.ascent.journey.hours;

import org.jspecify.annotations.NullMarked;
