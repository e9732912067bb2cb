/** Clients in place of companies that are not in Ascent. */
@NullMarked
package app.ascent.journey.parents;

import org.jspecify.annotations.NullMarked;
