/** Tables of Autotask that records look things up in, and that become no records themselves. */
@NullMarked
package app.ascent.importing.lookup;

import org.jspecify.annotations.NullMarked;
