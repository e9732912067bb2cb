/** Autotask's query language over the practice tenant. */
@NullMarked
package app.ascent.sandbox.query;

import org.jspecify.annotations.NullMarked;
