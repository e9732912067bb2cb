/** Finds the zone an Autotask user lives in. */
@NullMarked
package app.ascent.autotask.zone;

import org.jspecify.annotations.NullMarked;
