/** Ascent, one package a module. */
@NullMarked
package app.ascent;

import org.jspecify.annotations.NullMarked;
