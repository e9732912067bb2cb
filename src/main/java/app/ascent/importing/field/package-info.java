/** The rules that fields of every Autotask entity follow on their way to Ascent. */
@NullMarked
package app.ascent.importing.field;

import org.jspecify.annotations.NullMarked;
