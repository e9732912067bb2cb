package app.ascent.web;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * Lets a program read the figures without being a user: a scraper with an Owner's password could do everything an Owner
 * can, would cost a slow password check four times a minute, and would be locked out by somebody else's wrong tries.
 */
@Component
class MetricsToken {

    private static final String SCHEME = "Bearer ";
    private static final int SHORTEST = 16;

    private final byte @Nullable [] digest;

    MetricsToken(@Value("${ascent.metrics.token:}") String token) {
        if (!token.isEmpty() && token.length() < SHORTEST) {
            throw new IllegalArgumentException(
                    "ascent.metrics.token has fewer than " + SHORTEST + " characters; try: openssl rand -hex 24");
        }
        this.digest = token.isEmpty() ? null : digest(token);
    }

    /** Whether the request brings a token, right or wrong. */
    boolean brought(HttpServletRequest request) {
        String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        return authorization != null && authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
    }

    boolean opens(HttpServletRequest request) {
        String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        return digest != null
                && authorization != null
                && brought(request)
                && MessageDigest.isEqual(digest, digest(authorization.substring(SCHEME.length())));
    }

    private static byte[] digest(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
