/** Where records lie: read a page at a time, found by a search, written one at a time. */
@NamedInterface("table")
@NullMarked
package app.ascent.record.table;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
