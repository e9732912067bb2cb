package app.ascent.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.MultipartConfigElement;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.session.web.http.SessionRepositoryFilter;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Bounds what one request can make Ascent hold in memory. The largest record there is has a few ten thousand characters.
 * A form may hold the longest texts people write, so that a text that is too long comes back with a word about it; only
 * somebody who is signed in may send so much, and only to learn that, a session is read before the form.
 */
@Component
@Order(SessionRepositoryFilter.DEFAULT_ORDER + 10)
class BodyLimit extends OncePerRequestFilter {

    /** Bytes. */
    private static final int LIMIT = 1_000_000;

    /** Two texts of a million characters, each of which is up to nine bytes in a form. */
    private final long formLimit;

    /** Files, which go to the disk and not into memory. */
    private final long filesLimit;

    BodyLimit(
            @Value("${server.tomcat.max-http-form-post-size}") DataSize formLimit,
            ObjectProvider<MultipartConfigElement> multipart) {
        this.formLimit = formLimit.toBytes();
        this.filesLimit = multipart.stream()
                .mapToLong(MultipartConfigElement::getMaxRequestSize)
                .findFirst()
                .orElse(LIMIT);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long length = request.getContentLengthLong();
        boolean unsaid = length < 0 && request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null;
        if (length > LIMIT && length > limit(request)) {
            response.sendError(HttpStatus.CONTENT_TOO_LARGE.value());
        } else if (unsaid && Audience.of(request) == Audience.PROGRAM) {
            chain.doFilter(new Limited(request), response);
        } else if (unsaid && !isSignedIn(request)) {
            response.sendError(HttpStatus.LENGTH_REQUIRED.value()); // browsers say it
        } else {
            chain.doFilter(request, response);
        }
    }

    /** A program says in the request who it is, and its files are not read before that is known. */
    private long limit(HttpServletRequest request) {
        if (Audience.of(request) != Audience.PROGRAM && !isSignedIn(request)) {
            return LIMIT;
        }
        return is(request, MediaType.MULTIPART_FORM_DATA_VALUE)
                ? filesLimit
                : is(request, MediaType.APPLICATION_FORM_URLENCODED_VALUE) && isSignedIn(request) ? formLimit : LIMIT;
    }

    private static boolean is(HttpServletRequest request, String expected) {
        String type = request.getContentType();
        return type != null && type.startsWith(expected);
    }

    private static boolean isSignedIn(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null
                && session.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY) != null;
    }

    private static final class Limited extends HttpServletRequestWrapper {

        Limited(HttpServletRequest request) {
            super(request);
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            return new LimitedStream(super.getInputStream());
        }
    }

    private static final class LimitedStream extends ServletInputStream {

        private final ServletInputStream body;
        private long read;

        LimitedStream(ServletInputStream body) {
            this.body = body;
        }

        @Override
        public int read() throws IOException {
            int next = body.read();
            count(next < 0 ? 0 : 1);
            return next;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int some = body.read(bytes, offset, length);
            count(Math.max(0, some));
            return some;
        }

        private void count(int bytes) throws IOException {
            read += bytes;
            if (read > LIMIT) {
                throw new IOException("The body has more than %,d bytes".formatted(LIMIT));
            }
        }

        @Override
        public boolean isFinished() {
            return body.isFinished();
        }

        @Override
        public boolean isReady() {
            return body.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            body.setReadListener(listener);
        }
    }
}
