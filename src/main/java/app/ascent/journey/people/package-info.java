/** Who the people of Autotask are in Ascent. */
@NullMarked
package app.ascent.journey.people;

import org.jspecify.annotations.NullMarked;
