/** Autotask's tickets become tickets, with what was said about them. */
@NullMarked
package app.ascent.importing.ticket;

import org.jspecify.annotations.NullMarked;
