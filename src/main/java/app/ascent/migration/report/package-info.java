/** What a run did, counted and listed. */
@NullMarked
package app.ascent.migration.report;

import org.jspecify.annotations.NullMarked;
