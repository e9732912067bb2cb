package app.ascent.identity;

import org.jspecify.annotations.Nullable;

/**
 * What the sign-in page brings beside address and password; a program brings nothing of it.
 *
 * @param code of an authenticator app, or a recovery code; null with the first step
 */
record PageSignIn(@Nullable PendingSignIn pending, @Nullable String code) {

    @Override
    public String toString() {
        return "PageSignIn[second step=" + (code != null) + "]";
    }
}
