package app.ascent.journey.api;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.http.ProblemDetail;

/** The answers for credentials that do not pass their test; docs/problems.md lists the types. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ApiResponse(
        responseCode = "422",
        description =
                "unknown-api-user, credentials-rejected, zone-not-allowed, entity-not-readable, different-database"
                        + " or invalid-input",
        content = @Content(schema = @Schema(implementation = ProblemDetail.class)))
@ApiResponse(
        responseCode = "502",
        description = "autotask-unavailable",
        content = @Content(schema = @Schema(implementation = ProblemDetail.class)))
@ApiResponse(
        responseCode = "503",
        description = "budget-exhausted; Retry-After says when to try again",
        content = @Content(schema = @Schema(implementation = ProblemDetail.class)))
public @interface RefusesCredentials {}
