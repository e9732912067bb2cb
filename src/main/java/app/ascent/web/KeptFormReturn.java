package app.ascent.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives a form its input back, once: the page with the form is asked for as ever, and finds the kept values among the
 * parameters of the request. Handlers learn of it by {@link KeptForms#RETURNED}.
 */
final class KeptFormReturn extends OncePerRequestFilter {

    private static final String ATTRIBUTE = KeptForm.class.getName();

    private final KeptForms forms;
    private final Texts texts;

    KeptFormReturn(KeptForms forms, Texts texts) {
        this.forms = forms;
        this.texts = texts;
    }

    /** Until its page is asked for. */
    static void keep(HttpSession session, String sealed) {
        session.setAttribute(ATTRIBUTE, sealed);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        KeptForm kept = kept(request);
        if (kept != null && kept.path().equals(Audience.path(request))) {
            request.getSession().removeAttribute(ATTRIBUTE);
            request.setAttribute(KeptForms.RETURNED, true);
            request.setAttribute(
                    PageNotice.ATTRIBUTE, new PageNotice("active", texts.say("kept.title"), texts.say("kept.text")));
            chain.doFilter(new WithInput(request, kept), response);
        } else {
            chain.doFilter(request, response);
        }
    }

    private @Nullable KeptForm kept(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        Authentication user = SecurityContextHolder.getContext().getAuthentication();
        return session != null
                        && user != null
                        && request.getMethod().equals("GET")
                        && Audience.of(request) == Audience.PERSON
                        && session.getAttribute(ATTRIBUTE) instanceof String sealed
                ? forms.opened(sealed, user.getName()).orElse(null)
                : null;
    }

    private static final class WithInput extends HttpServletRequestWrapper {

        private final Map<String, String[]> parameters;

        WithInput(HttpServletRequest request, KeptForm kept) {
            super(request);
            Map<String, String[]> all = new LinkedHashMap<>(request.getParameterMap());
            kept.values().forEach((name, values) -> all.put(name, values.toArray(String[]::new)));
            parameters = Collections.unmodifiableMap(all);
        }

        @Override
        public @Nullable String getParameter(String name) {
            String[] values = parameters.get(name);
            return values == null || values.length == 0 ? null : values[0];
        }

        @Override
        public String @Nullable [] getParameterValues(String name) {
            String[] values = parameters.get(name);
            return values == null ? null : values.clone();
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            return parameters;
        }

        @Override
        public Enumeration<String> getParameterNames() {
            return Collections.enumeration(parameters.keySet());
        }
    }
}
