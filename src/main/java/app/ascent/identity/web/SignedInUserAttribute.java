package app.ascent.identity.web;

import app.ascent.identity.CurrentUser;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Gives every page {@code me}, the signed-in user, for the menu in its corner; absent where nobody is signed in. */
@Component
class SignedInUserAttribute implements HandlerInterceptor, WebMvcConfigurer {

    private final CurrentUser currentUser;

    SignedInUserAttribute(CurrentUser currentUser) {
        this.currentUser = currentUser;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).excludePathPatterns("/shell/**", "/webjars/**", "/api/**");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        currentUser.find().ifPresent(me -> request.setAttribute("me", me));
        return true;
    }
}
