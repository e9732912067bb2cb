package app.ascent.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Method;
import org.aopalliance.intercept.MethodInvocation;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.authorization.method.PreAuthorizeAuthorizationManager;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.util.SimpleMethodInvocation;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Asks for the right to do something before what was sent is looked at: who may not is told so, whatever the body. The
 * rule at the handler holds all the same; it would be asked only once the arguments are read.
 */
final class RightsFirst implements HandlerInterceptor {

    private final PreAuthorizeAuthorizationManager rules = new PreAuthorizeAuthorizationManager();

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod handlerMethod) {
            AuthorizationResult result =
                    rules.authorize(() -> SecurityContextHolder.getContext().getAuthentication(), call(handlerMethod));
            if (result != null && !result.isGranted()) {
                throw new AccessDeniedException("Not allowed");
            }
        }
        return true;
    }

    private static MethodInvocation call(HandlerMethod handler) {
        Method method = handler.getMethod();
        return new SimpleMethodInvocation(handler.getBean(), method, new Object[method.getParameterCount()]);
    }
}
