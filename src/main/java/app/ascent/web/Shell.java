package app.ascent.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.util.WebUtils;

/**
 * Puts what the layout needs beside every page. It sets request attributes before the handler runs, because a view that
 * an exception handler chooses gets no attributes from a controller advice, and error pages wear the same shell.
 */
class Shell implements HandlerInterceptor {

    static final String THEME_COOKIE = "ascent-theme";

    private static final Set<String> THEMES = Set.of("light", "dark");

    private final List<NavigationItem> items;
    private final PracticeTenant practice;

    Shell(List<NavigationItem> items, PracticeTenant practice) {
        this.items = items.stream()
                .sorted(Comparator.comparingInt(NavigationItem::order))
                .toList();
        this.practice = practice;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        String query = request.getQueryString();
        request.setAttribute(
                "shell",
                new ShellView(
                        navigation(path, authorities()), theme(request), query == null ? path : path + "?" + query));
        request.setAttribute("practice", practice.enabled());
        return true;
    }

    /** Only what this user may open, so that no item leads nowhere. */
    List<NavigationGroup> navigation(String path, Set<String> authorities) {
        Map<String, List<NavigationGroup.Entry>> groups = new LinkedHashMap<>();
        for (NavigationItem item : items) {
            if (item.authority().isEmpty() || authorities.contains(item.authority())) {
                groups.computeIfAbsent(item.group(), group -> new ArrayList<>())
                        .add(new NavigationGroup.Entry(
                                item.label(), item.path(), item.icon(), leadsTo(item.path(), path)));
            }
        }
        return groups.entrySet().stream()
                .map(group -> new NavigationGroup(group.getKey(), List.copyOf(group.getValue())))
                .toList();
    }

    private static boolean leadsTo(String item, String path) {
        return path.equals(item) || !item.equals("/") && path.startsWith(item + "/");
    }

    static @Nullable String theme(HttpServletRequest request) {
        Cookie cookie = WebUtils.getCookie(request, BrowserCookies.name(request, THEME_COOKIE));
        return cookie != null && THEMES.contains(cookie.getValue()) ? cookie.getValue() : null;
    }

    private static Set<String> authorities() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null) {
            return Set.of();
        }
        Set<String> names = new java.util.HashSet<>();
        for (GrantedAuthority authority : authentication.getAuthorities()) {
            String name = authority.getAuthority();
            if (name != null) {
                names.add(name);
            }
        }
        return names;
    }
}
