package app.ascent.autotask.throttling;

import java.math.BigDecimal;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much of a tenant's hourly calls Ascent takes. Autotask slows everyone above 50 % and suspends every integration
 * above 100 %.
 *
 * @param quotaShare of the tenant's limit, counting the calls of its other integrations
 * @param quotaPause until a used-up quota is looked at again
 */
@ConfigurationProperties("ascent.autotask")
public record ThrottleProperties(
        @DefaultValue("0.45") BigDecimal quotaShare, @DefaultValue("15m") Duration quotaPause) {

    private static final Duration MOST_OFTEN = Duration.ofMinutes(5);

    public ThrottleProperties {
        if (quotaShare.signum() <= 0 || quotaShare.compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException("ascent.autotask.quota-share is above 0 and at most 1");
        }
    }

    /** A used-up share is asked about this seldom, whoever starts whatever. */
    Duration betweenQuestions() {
        return quotaPause.compareTo(MOST_OFTEN) < 0 ? quotaPause : MOST_OFTEN;
    }

    /** The number of calls in an hour at which Ascent stops. */
    public int stopsAt(int limit) {
        return quotaShare.multiply(BigDecimal.valueOf(limit)).intValue();
    }
}
