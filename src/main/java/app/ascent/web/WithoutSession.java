package app.ascent.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Behind it nobody has a session, whatever cookie came along. Spring looks for one at every address, for messages of the
 * page before, and a look is a question to the database, which a probe or a style sheet must not have to wait for.
 */
final class WithoutSession extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(new Stranger(request), response);
    }

    private static final class Stranger extends HttpServletRequestWrapper {

        Stranger(HttpServletRequest request) {
            super(request);
        }

        @Override
        public HttpSession getSession() {
            throw new IllegalStateException("No session begins at " + getRequestURI());
        }

        @Override
        public @Nullable HttpSession getSession(boolean create) {
            return create ? getSession() : null;
        }

        @Override
        public @Nullable String getRequestedSessionId() {
            return null;
        }

        @Override
        public boolean isRequestedSessionIdValid() {
            return false;
        }
    }
}
