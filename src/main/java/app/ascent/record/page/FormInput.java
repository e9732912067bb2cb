package app.ascent.record.page;

import app.ascent.record.field.Entered;
import app.ascent.web.KeptForms;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * What was sent by a form of a record. The page of a form is given what comes back after its session had ended, and null
 * where nothing does.
 */
@Component
class FormInput implements HandlerMethodArgumentResolver, WebMvcConfigurer {

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Entered.class;
    }

    @Override
    public @Nullable Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        boolean sent = request.getNativeRequest() instanceof HttpServletRequest http
                && http.getMethod().equals(HttpMethod.POST.name());
        return sent || request.getAttribute(KeptForms.RETURNED, RequestAttributes.SCOPE_REQUEST) != null
                ? Entered.form(request.getParameterMap().entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, each -> Arrays.asList(each.getValue()))))
                : null;
    }
}
