package app.ascent.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Leads whoever has something to do before all else to the page for it, whether a session or a program's token brought them. */
final class WhatComesFirst extends OncePerRequestFilter {

    /** Leaving, and the colours of the page. */
    private static final Set<String> ALWAYS_OPEN = Set.of("/logout", "/theme");

    private final Refusals refusals;

    WhatComesFirst(Refusals refusals) {
        this.refusals = refusals;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String first = first(SecurityContextHolder.getContext().getAuthentication());
        if (first != null && leadsElsewhere(request, first)) {
            refusals.lead(request, response, first);
        } else {
            chain.doFilter(request, response);
        }
    }

    private static @Nullable String first(@Nullable Authentication authentication) {
        return authentication != null && authentication.getPrincipal() instanceof SessionUser user
                ? user.firstTo()
                : null;
    }

    private static boolean leadsElsewhere(HttpServletRequest request, String first) {
        String path = Audience.path(request);
        return request.getDispatcherType() != DispatcherType.ERROR
                && !path.startsWith(first)
                && !ALWAYS_OPEN.contains(path);
    }
}
