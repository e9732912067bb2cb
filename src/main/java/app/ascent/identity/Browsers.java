package app.ascent.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.util.WebUtils;

/**
 * Gives the browser in which somebody has signed in a token to be recognized by. It opens nothing; it only keeps wrong tries
 * of others, be they made from the same office, from locking this browser out.
 */
@Component
class Browsers {

    private final KnownPlaces places;

    Browsers(KnownPlaces places) {
        this.places = places;
    }

    void recognizeLater(AscentUser user) {
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                && attributes.getResponse() != null) {
            recognizeLater(user, attributes.getRequest(), attributes.getResponse());
        }
    }

    private void recognizeLater(AscentUser user, HttpServletRequest request, HttpServletResponse response) {
        var brought = WebUtils.getCookie(request, Caller.cookie(request));
        String token = brought == null || brought.getValue().isEmpty() ? Tokens.random() : brought.getValue();
        places.remember(user, new Caller(Caller.of(request).source(), Tokens.hash(token)));
        ResponseCookie cookie = ResponseCookie.from(Caller.cookie(request), token)
                .path("/")
                .maxAge(KnownPlaces.REMEMBERED)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
