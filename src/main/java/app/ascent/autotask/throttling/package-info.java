/** The request budget of an Autotask database. */
@NullMarked
package app.ascent.autotask.throttling;

import org.jspecify.annotations.NullMarked;
