/** Pages and API of users, sign-in and set-up. */
@NullMarked
package app.ascent.identity.web;

import org.jspecify.annotations.NullMarked;
