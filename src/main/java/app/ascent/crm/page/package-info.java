/** What the pages of all records that belong to a client have in common. */
@NamedInterface("page")
@NullMarked
package app.ascent.crm.page;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
