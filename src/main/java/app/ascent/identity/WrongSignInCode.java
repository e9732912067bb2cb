package app.ascent.identity;

import org.springframework.security.authentication.BadCredentialsException;

/** The second step of a sign-in was wrong, and may be tried again; its message is meant for people. */
@SuppressWarnings("serial") // thrown and caught, never written to a stream
public final class WrongSignInCode extends BadCredentialsException {

    WrongSignInCode(String sentence) {
        super(sentence);
    }
}
