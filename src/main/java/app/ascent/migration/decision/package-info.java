/** What a picklist value of the source means in Ascent. */
@NullMarked
package app.ascent.migration.decision;

import org.jspecify.annotations.NullMarked;
