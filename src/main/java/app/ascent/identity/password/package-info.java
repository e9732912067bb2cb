/** What makes a password easy to guess, and how passwords are hashed. */
@NullMarked
package app.ascent.identity.password;

import org.jspecify.annotations.NullMarked;
