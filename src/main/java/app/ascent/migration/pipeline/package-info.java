/** Pulls source records into staging and loads them from there. */
@NullMarked
package app.ascent.migration.pipeline;

import org.jspecify.annotations.NullMarked;
