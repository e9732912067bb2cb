/** Notes of Autotask become entries of conversations, whatever they are about. */
@NullMarked
package app.ascent.importing.note;

import org.jspecify.annotations.NullMarked;
