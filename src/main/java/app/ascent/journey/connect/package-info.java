/** Connecting to Autotask: three values, a test, a migration; and replacing the values later. */
@NullMarked
package app.ascent.journey.connect;

import org.jspecify.annotations.NullMarked;
