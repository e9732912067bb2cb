package app.ascent.web;

import static org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher.pathPattern;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AuthenticationDetailsSource;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.session.DisableEncodeUrlFilter;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Four ways in: files, health and the practice tenant are open; a scraper has a token for the figures; programs name their
 * user in each request; people have a session. What a role may do beyond that stands at each handler, as {@code @PreAuthorize}.
 */
@Configuration(proxyBeanMethods = false)
@EnableMethodSecurity
class SecurityConfiguration {

    static final String REALM = "Ascent";

    /** So long a session may rest; how old it may become at all says {@link SessionStart}. */
    private static final Duration SIGNED_IN = Duration.ofHours(8);

    private static final String HEALTH = "/actuator/health/**";

    /**
     * Asked by load balancers and orchestrators, which must be answered when there is no database to look a user up in; many
     * send along what they send to every address of an application, a cookie that keeps to one node for one.
     */
    private static final String[] PROBES = {"/actuator/health/liveness", "/actuator/health/readiness"};

    /** Nothing here knows a user, so no session is read; the practice tenant checks credentials of its own. */
    @Bean
    @Order(1)
    SecurityFilterChain openDoor(HttpSecurity http) {
        RequestMatcher files = anyOf("/shell/**", "/webjars/**", "/favicon.ico", "/sandbox/**");
        RequestMatcher probes = anyOf(PROBES);
        RequestMatcher health = pathPattern(HEALTH);
        return http.securityMatcher(request -> files.matches(request)
                        || probes.matches(request)
                        || health.matches(request) && namesNobody(request))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .addFilterBefore(new WithoutSession(), DisableEncodeUrlFilter.class)
                .headers(headers -> common(headers).cacheControl(HeadersConfigurer.CacheControlConfig::disable))
                .build();
    }

    /** Whoever names a user when asking for the whole comes in by one of the doors below; an Owner is shown the parts. */
    private static boolean namesNobody(HttpServletRequest request) {
        return request.getHeader(HttpHeaders.AUTHORIZATION) == null && request.getCookies() == null;
    }

    @Bean
    @Order(2)
    SecurityFilterChain scrapers(HttpSecurity http, Refusals refusals, MetricsToken token) {
        RequestMatcher figures = pathPattern("/actuator/prometheus");
        return http.securityMatcher(request -> figures.matches(request) && token.brought(request))
                .authorizeHttpRequests(requests -> requests.anyRequest()
                        .access((_, context) -> new AuthorizationDecision(token.opens(context.getRequest()))))
                .exceptionHandling(handling -> handling.authenticationEntryPoint(refusals::refuseToken))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(SecurityConfiguration::common)
                .build();
    }

    @Bean
    @Order(3)
    SecurityFilterChain programs(HttpSecurity http, Refusals refusals) {
        RequestMatcher basic = new BasicRequests();
        RequestMatcher machines = request -> pathPattern("/api/**").matches(request)
                || pathPattern("/v3/api-docs/**").matches(request)
                || pathPattern("/v3/api-docs.yaml").matches(request)
                || pathPattern("/actuator/**").matches(request);
        return http.securityMatcher(request -> basic.matches(request) && machines.matches(request))
                .authorizeHttpRequests(SecurityConfiguration::rules)
                .httpBasic(httpBasic -> httpBasic.authenticationEntryPoint(refusals))
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .addFilterAfter(new WhatComesFirst(refusals), AnonymousAuthenticationFilter.class)
                .headers(SecurityConfiguration::common)
                .build();
    }

    @Bean
    @Order(4)
    SecurityFilterChain people(
            HttpSecurity http,
            Refusals refusals,
            SessionUsers users,
            AuthenticationDetailsSource<HttpServletRequest, ?> details,
            KeptForms forms,
            Texts texts,
            Clock clock) {
        WantedPage wanted = new WantedPage();
        return http.authorizeHttpRequests(SecurityConfiguration::rules)
                .csrf(csrf -> csrf.csrfTokenRepository(new CsrfTokens()))
                .formLogin(form -> form.loginPage("/login")
                        .usernameParameter("email")
                        .authenticationDetailsSource(details)
                        .successHandler(goingOn(new SignInDestination(forms, wanted), clock))
                        .failureForwardUrl("/login/refused")
                        .permitAll())
                .logout(logout -> logout.logoutSuccessUrl("/login?signed-out").permitAll())
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .requestCache(cache -> cache.requestCache(wanted))
                .addFilterBefore(new SessionRefresh(users, clock), AnonymousAuthenticationFilter.class)
                .addFilterAfter(new WhatComesFirst(refusals), AnonymousAuthenticationFilter.class)
                .addFilterAfter(new KeptFormReturn(forms, texts), AuthorizationFilter.class)
                .headers(SecurityConfiguration::common)
                .build();
    }

    private static RequestMatcher anyOf(String... patterns) {
        return new OrRequestMatcher(Stream.of(patterns)
                .map(pattern -> (RequestMatcher) pathPattern(pattern))
                .toList());
    }

    private static void rules(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
        requests.dispatcherTypeMatchers(DispatcherType.FORWARD, DispatcherType.ERROR)
                .permitAll()
                .requestMatchers("/login", "/login/code", "/login/refused", "/setup", "/recover", HEALTH)
                .permitAll()
                .requestMatchers("/actuator/**")
                .hasRole("OWNER")
                .anyRequest()
                .authenticated();
    }

    /** Only who has signed in is remembered for long. */
    private static AuthenticationSuccessHandler goingOn(SignInDestination destination, Clock clock) {
        return (request, response, authentication) -> {
            request.getSession().setMaxInactiveInterval(Math.toIntExact(SIGNED_IN.toSeconds()));
            SessionStart.note(request.getSession(), clock.instant());
            destination.onAuthenticationSuccess(request, response, authentication);
        };
    }

    /** All that does not hold for every answer; the rest is in {@link AnswerHeaders}. */
    private static HeadersConfigurer<HttpSecurity> common(HeadersConfigurer<HttpSecurity> headers) {
        return headers.defaultsDisabled()
                .cacheControl(Customizer.withDefaults())
                .httpStrictTransportSecurity(Customizer.withDefaults());
    }
}
