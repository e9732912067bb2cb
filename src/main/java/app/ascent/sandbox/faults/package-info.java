/** Ways in which the practice tenant can misbehave, for tests and chaos runs. */
@NullMarked
package app.ascent.sandbox.faults;

import org.jspecify.annotations.NullMarked;
