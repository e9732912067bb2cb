/** Time-based one-time passwords (RFC 6238), as authenticator apps make them. */
@NullMarked
package app.ascent.identity.totp;

import org.jspecify.annotations.NullMarked;
