/** What will be imported, and what the values of picklists become. */
@NullMarked
package app.ascent.journey.decide;

import org.jspecify.annotations.NullMarked;
