/** How gently Autotask is called. */
@NullMarked
package app.ascent.journey.pace;

import org.jspecify.annotations.NullMarked;
