/** Starting, pausing, cancelling and repeating a run. */
@NullMarked
package app.ascent.journey.run;

import org.jspecify.annotations.NullMarked;
