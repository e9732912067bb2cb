/** What tasks and tickets of Autotask have in common. */
@NullMarked
package app.ascent.importing.work;

import org.jspecify.annotations.NullMarked;
