/** What the API of a migration has in common: its address, its answers, its refusals. */
@NullMarked
package app.ascent.journey.api;

import org.jspecify.annotations.NullMarked;
