package app.ascent.web;

import java.util.List;
import java.util.Locale;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.FixedLocaleResolver;

/** Wires the shell round every page. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PracticeTenant.class)
class ShellConfiguration implements WebMvcConfigurer {

    private final ObjectProvider<NavigationItem> items;
    private final PracticeTenant practice;

    ShellConfiguration(ObjectProvider<NavigationItem> items, PracticeTenant practice) {
        this.items = items;
        this.practice = practice;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        List<NavigationItem> all = items.stream().toList();
        registry.addInterceptor(new RightsFirst());
        registry.addInterceptor(new Shell(all, practice)).excludePathPatterns("/shell/**", "/webjars/**", "/api/**");
    }

    /** Ascent speaks English only; a browser's language must not mix other number formats into it. */
    @Bean
    LocaleResolver localeResolver() {
        return new FixedLocaleResolver(Locale.ENGLISH);
    }
}
