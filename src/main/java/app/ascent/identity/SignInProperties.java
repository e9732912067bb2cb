package app.ascent.identity;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How many wrong passwords in a row lock sign-in, and for how long.
 *
 * @param maxTries wrong tries in a row; fewer than three would punish a slip of the hand
 */
@Validated
@ConfigurationProperties("ascent.sign-in")
record SignInProperties(@DefaultValue("5") @Min(3) int maxTries, @DefaultValue("15m") Duration lockFor) {

    SignInProperties {
        if (!lockFor.isPositive()) {
            throw new IllegalArgumentException("ascent.sign-in.lock-for must be longer than nothing, not " + lockFor);
        }
    }
}
