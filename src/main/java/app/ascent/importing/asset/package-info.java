/** Autotask configuration items, which it calls devices, become assets. */
@NullMarked
package app.ascent.importing.asset;

import org.jspecify.annotations.NullMarked;
