package app.ascent.journey.connect;

import app.ascent.autotask.Credentials;
import app.ascent.text.Text;
import com.fasterxml.jackson.annotation.JsonIgnore;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The three values of an Autotask API user, and where they are to be sent if a person knows better. Printed, they are a
 * mask, for frameworks write bodies to the log when somebody turns that on; and no rule here names a value that could be
 * one, for validation quotes what it refuses.
 */
public record CredentialsRequest(
        @Schema(description = "User name of an API user (API-only)")
                @NotBlank(message = "Enter the API user.")
                @Nullable
                String apiUser,
        @Schema(description = "Its secret", format = "password") @NotBlank(message = "Enter the API secret.") @Nullable
                String secret,
        @Schema(description = "The tracking identifier", format = "password")
                @NotBlank(message = "Enter the API integration code.")
                @Nullable
                String integrationCode,
        @Schema(
                        description =
                                "The address of the zone, only where Autotask names none for this user. Absent: as it is"
                                        + " known, or as Autotask says; empty: as Autotask says",
                        example = "https://webservices5.autotask.net")
                @Nullable
                String zoneUrl) {

    private static final int LONGEST = 500;

    /** Without what copying brings along: a try with it would be rejected, and count towards the lock of the API user. */
    public CredentialsRequest {
        apiUser = Text.pasted(apiUser);
        secret = Text.pasted(secret);
        integrationCode = Text.pasted(integrationCode);
        zoneUrl = zoneUrl == null ? null : Text.pasted(zoneUrl);
    }

    /** Whether the values can travel as headers, which is how Autotask takes them. */
    @JsonIgnore
    @Schema(hidden = true)
    @AssertTrue(message = "Each value has at most 500 characters, and no line break within.")
    public boolean isSendable() {
        return Stream.concat(values(), Stream.ofNullable(zoneUrl))
                .allMatch(value -> value.length() <= LONGEST && value.chars().noneMatch(Character::isISOControl));
    }

    /** Anything but the characters of ASCII would be altered on the way, and rejected. */
    @JsonIgnore
    @Schema(hidden = true)
    @AssertTrue(message = "A value holds a character that cannot be sent to Autotask. Copy it from there once more.")
    public boolean isPlain() {
        return values().allMatch(Text::isAscii);
    }

    private Stream<String> values() {
        return Stream.of(apiUser, secret, integrationCode).map(value -> Objects.requireNonNullElse(value, ""));
    }

    public Credentials credentials() {
        return Credentials.of(Text.pasted(apiUser), Text.pasted(secret), Text.pasted(integrationCode), zoneUrl);
    }

    @Override
    public String toString() {
        return "CredentialsRequest[••••••]";
    }
}
