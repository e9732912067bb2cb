/** What the pages of all kinds of record have in common. */
@NamedInterface("page")
@NullMarked
package app.ascent.record.page;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
