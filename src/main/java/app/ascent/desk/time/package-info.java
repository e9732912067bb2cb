/** The time that was worked, for whom, and how far it has come on its way to an invoice. */
@NamedInterface("time")
@NullMarked
package app.ascent.desk.time;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
