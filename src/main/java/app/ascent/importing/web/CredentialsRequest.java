package app.ascent.importing.web;

import app.ascent.autotask.Credentials;
import com.fasterxml.jackson.annotation.JsonIgnore;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The three values of an Autotask API user. Printed, they are a mask, for frameworks write bodies to the log when somebody
 * turns that on; and no rule here names a value that could be one, for validation quotes what it refuses.
 */
record CredentialsRequest(
        @Schema(description = "User name of an API user (API-only)")
                @NotBlank(message = "Enter the API user.")
                @Nullable
                String apiUser,
        @Schema(description = "Its secret", format = "password") @NotBlank(message = "Enter the API secret.") @Nullable
                String secret,
        @Schema(description = "The tracking identifier", format = "password")
                @NotBlank(message = "Enter the API integration code.")
                @Nullable
                String integrationCode) {

    private static final int LONGEST = 500;

    /** Whether the values can travel as headers, which is how Autotask takes them. */
    @JsonIgnore
    @Schema(hidden = true)
    @AssertTrue(message = "Each value has at most 500 characters, and no line break within.")
    public boolean isSendable() {
        return Stream.of(trimmed(apiUser), trimmed(secret), trimmed(integrationCode))
                .allMatch(value -> value.length() <= LONGEST && value.chars().noneMatch(Character::isISOControl));
    }

    /** Without the blanks and line breaks that copying brings along. */
    Credentials credentials() {
        return Credentials.of(trimmed(apiUser), trimmed(secret), trimmed(integrationCode));
    }

    private static String trimmed(@Nullable String value) {
        return Objects.requireNonNullElse(value, "").strip();
    }

    @Override
    public String toString() {
        return "CredentialsRequest[••••••]";
    }
}
