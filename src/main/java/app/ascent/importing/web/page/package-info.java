/** The pages of the Autotask migration: what they show is prepared in records, so that templates decide nothing. */
@NullMarked
package app.ascent.importing.web.page;

import org.jspecify.annotations.NullMarked;
