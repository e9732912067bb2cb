/** What people changed in Ascent and a run in which Autotask wins would overwrite. */
@NullMarked
package app.ascent.journey.edits;

import org.jspecify.annotations.NullMarked;
