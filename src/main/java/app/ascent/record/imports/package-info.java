/** How an import finds, reads and writes records of any kind, a batch at a time. */
@NamedInterface("imports")
@NullMarked
package app.ascent.record.imports;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
