/** Who works for the tenant, and who of them is who in Ascent. */
@NamedInterface("people")
@NullMarked
package app.ascent.importing.people;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
