package app.ascent.sandbox.faults;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/**
 * How the practice tenant misbehaves; by default it does not. A chaos program outside the process says it with
 * {@code -Dascent.sandbox.faults.…}, a test inside with {@link #of}, both in the same words.
 *
 * @param seed decides which calls the {@code rate} hits
 * @param rate share of all calls that fail in one of {@code kinds}, from 0 to 1
 * @param rules calls that fail for certain
 * @param retryAfter what a 429 with a hint says
 * @param hang how long a hanging answer takes
 * @param latency how long every answer takes at least
 * @param contentLatency how long what is in a file takes at least; as long as every answer where nothing is said
 * @param access by entity path: 2 hides a third of the records, 0 refuses the query
 * @param changes what people do in the tenant meanwhile
 * @param movesAfter the tenant moves to another zone after so many calls of its API; negative means never
 */
@ConfigurationProperties("ascent.sandbox.faults")
public record FaultPlan(
        @DefaultValue("1") long seed,
        @DefaultValue("0") double rate,
        @DefaultValue List<FaultKind> kinds,
        @DefaultValue List<FaultRule> rules,
        @DefaultValue("1s") Duration retryAfter,
        @DefaultValue("30s") Duration hang,
        @DefaultValue("0s") Duration latency,
        @Nullable Duration contentLatency,
        @DefaultValue Set<Variant> variants,
        @DefaultValue Map<String, Integer> access,
        @DefaultValue List<Change> changes,
        @DefaultValue("-1") int movesAfter) {

    /** A plan in the words of the properties, without their prefix: {@code rules[0].kind=RESET}. */
    public static FaultPlan of(Map<String, ?> properties) {
        return new Binder(new MapConfigurationPropertySource(properties)).bindOrCreate("", FaultPlan.class);
    }

    public static FaultPlan none() {
        return of(Map.of());
    }
}
