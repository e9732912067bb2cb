/** What a run came to: the report, its download, and the runs before. */
@NullMarked
package app.ascent.journey.report;

import org.jspecify.annotations.NullMarked;
