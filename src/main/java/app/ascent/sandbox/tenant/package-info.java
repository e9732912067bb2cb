/** The practice tenant's records: invented, and the same for the same seed; made when asked for, never held. */
@NullMarked
package app.ascent.sandbox.tenant;

import org.jspecify.annotations.NullMarked;
