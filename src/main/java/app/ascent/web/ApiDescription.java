package app.ascent.web;

import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.enums.SecuritySchemeType;
import io.swagger.v3.oas.annotations.info.Info;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.security.SecurityScheme;
import org.springframework.context.annotation.Configuration;

/** What the description of the API says of the whole. */
@Configuration(proxyBeanMethods = false)
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Ascent",
                        version = "v1",
                        description = "Lists have items, page, size and total; errors are problem details (RFC 9457)."),
        security = @SecurityRequirement(name = ApiDescription.BASIC))
@SecurityScheme(
        name = ApiDescription.BASIC,
        type = SecuritySchemeType.HTTP,
        scheme = "basic",
        description = "Email and password of a user. The session of the pages works too, with its CSRF token.")
class ApiDescription {

    static final String BASIC = "basic";
}
