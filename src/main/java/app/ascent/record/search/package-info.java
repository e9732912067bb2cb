/** One search over records of all kinds; what a kind contributes to it is one {@link app.ascent.record.search.Searchable}. */
@NamedInterface("search")
@NullMarked
package app.ascent.record.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
