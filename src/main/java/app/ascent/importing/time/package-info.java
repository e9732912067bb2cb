/** Time entries of Autotask become time entries, and how far they are billed is proven by what Autotask has posted and invoiced. */
@NullMarked
package app.ascent.importing.time;

import org.jspecify.annotations.NullMarked;
