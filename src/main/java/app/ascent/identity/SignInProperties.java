package app.ascent.identity;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How many wrong passwords in a row lock sign-in, and for how long.
 *
 * @param maxTries wrong tries in a row from one place; fewer than three would punish a slip of the hand
 * @param maxTriesOfStrangers wrong tries at one address from all the places its user has never signed in from
 * @param maxTriesOfSource wrong tries from one source at whatever addresses are strange to it
 * @param lockStrangersFor how long the two last lock, and so long apart their tries are no row
 */
@Validated
@ConfigurationProperties("ascent.sign-in")
record SignInProperties(
        @DefaultValue("5") @Min(3) int maxTries,
        @DefaultValue("15m") Duration lockFor,
        @DefaultValue("20") @Min(3) int maxTriesOfStrangers,
        @DefaultValue("50") @Min(3) int maxTriesOfSource,
        @DefaultValue("1h") Duration lockStrangersFor) {

    SignInProperties {
        if (!lockFor.isPositive() || !lockStrangersFor.isPositive()) {
            throw new IllegalArgumentException(
                    "ascent.sign-in.lock-for and .lock-strangers-for must be longer than nothing");
        }
    }
}
