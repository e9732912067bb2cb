/** A field, declared once by its component of a flat record: its limits, its column, and how it is entered. */
@NamedInterface("field")
@NullMarked
package app.ascent.record.field;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
