package app.ascent.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers only to the names in {@code ascent.hosts}, when there are any: a page must not be led by a {@code Host} that
 * somebody made up, nor read by a site whose name was pointed at this machine. Health is asked for by address, and open.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 5)
class KnownHosts extends OncePerRequestFilter {

    private final Set<String> names;

    KnownHosts(@Value("${ascent.hosts:}") Set<String> names) {
        this.names = names.stream()
                .filter(written -> !written.isBlank())
                .map(written -> HostName.of(written).orElseThrow(() -> new UnreadableHost(written)))
                .collect(Collectors.toSet());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (answersTo(request)) {
            chain.doFilter(request, response);
        } else {
            response.sendError(HttpStatus.MISDIRECTED_REQUEST.value());
        }
    }

    private boolean answersTo(HttpServletRequest request) {
        return names.isEmpty()
                || HostName.of(request.getServerName()).filter(names::contains).isPresent()
                || Audience.path(request).startsWith("/actuator/health");
    }
}
