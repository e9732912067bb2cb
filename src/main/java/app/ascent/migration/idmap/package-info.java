/** Which source record became which record of Ascent. */
@NullMarked
package app.ascent.migration.idmap;

import org.jspecify.annotations.NullMarked;
