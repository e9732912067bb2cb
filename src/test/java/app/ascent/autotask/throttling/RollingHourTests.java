package app.ascent.autotask.throttling;

import static org.assertj.core.api.Assertions.assertThat;

import app.ascent.autotask.throttling.KnownQuota.Limit;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.TokensInheritanceStrategy;
import io.github.bucket4j.local.LocalBucketBuilder;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;

/** Whatever the schedule, the bucket lets no more calls through in an hour than our share. */
class RollingHourTests {

    /** Someone wants to send so many calls after a while, and perhaps Autotask has named another limit before. */
    record Step(Duration pause, int wanted, int newLimit) {}

    @Property(tries = 500)
    void noRollingHourHoldsMoreThanTheShare(
            @ForAll("schedules") List<Step> schedule,
            @ForAll @IntRange(min = 3, max = 20_000) int limit,
            @ForAll @BigRange(min = "0.05", max = "1.00") @Scale(2) BigDecimal share) {
        ThrottleProperties properties = new ThrottleProperties(share, Duration.ofMinutes(15));
        ManualTime time = new ManualTime();
        Bucket bucket = bucket(TokenBuckets.configuration(new Limit(limit, 60), properties), time);
        List<Sent> sent = new ArrayList<>();

        for (Step step : schedule) {
            time.advance(step.pause());
            int calls = 0;
            while (calls < step.wanted() && bucket.tryConsume(1)) {
                calls++;
            }
            sent.add(new Sent(time.currentTimeNanos(), calls));
        }

        int allowed = Math.max(1, properties.stopsAt(limit));
        assertThat(busiestHour(sent)).isLessThanOrEqualTo(allowed);
    }

    /** While the limit changes, an hour holds no more than the largest one allows. */
    @Property(tries = 300)
    void aChangedLimitAddsNothing(
            @ForAll("schedules") List<Step> schedule, @ForAll @IntRange(min = 100, max = 5000) int limit) {
        ThrottleProperties properties = new ThrottleProperties(new BigDecimal("0.45"), Duration.ofMinutes(15));
        ManualTime time = new ManualTime();
        Bucket bucket = bucket(TokenBuckets.configuration(new Limit(limit, 60), properties), time);
        List<Sent> sent = new ArrayList<>();
        int largest = limit;

        for (Step step : schedule) {
            time.advance(step.pause());
            largest = Math.max(largest, step.newLimit());
            bucket.replaceConfiguration(
                    TokenBuckets.configuration(new Limit(step.newLimit(), 60), properties),
                    TokensInheritanceStrategy.AS_IS);
            int calls = 0;
            while (calls < step.wanted() && bucket.tryConsume(1)) {
                calls++;
            }
            sent.add(new Sent(time.currentTimeNanos(), calls));
        }

        assertThat(busiestHour(sent)).isLessThanOrEqualTo(properties.stopsAt(largest));
    }

    /** The other side of the promise: whoever waits gets on. */
    @Property(tries = 50)
    void anHourOfPatienceEarnsHalfTheShare(@ForAll @IntRange(min = 100, max = 20_000) int limit) {
        ThrottleProperties properties = new ThrottleProperties(new BigDecimal("0.45"), Duration.ofMinutes(15));
        ManualTime time = new ManualTime();
        Bucket bucket = bucket(TokenBuckets.configuration(new Limit(limit, 60), properties), time);
        bucket.tryConsumeAsMuchAsPossible();

        time.advance(Duration.ofHours(1));

        assertThat(bucket.tryConsumeAsMuchAsPossible()).isEqualTo(properties.stopsAt(limit) / 2);
    }

    @Provide
    Arbitrary<List<Step>> schedules() {
        Arbitrary<Duration> pauses = Arbitraries.oneOf(
                Arbitraries.longs().between(0, 5_000).map(Duration::ofMillis),
                Arbitraries.longs().between(0, 7_300).map(Duration::ofSeconds),
                Arbitraries.of(Duration.ZERO, Duration.ofHours(1), Duration.ofNanos(3_599_999_999_999L)));
        Arbitrary<Integer> wanted = Arbitraries.frequencyOf(
                Tuple.of(3, Arbitraries.integers().between(0, 50)), Tuple.of(1, Arbitraries.just(20_000)));
        return Combinators.combine(pauses, wanted, Arbitraries.integers().between(100, 5000))
                .as(Step::new)
                .list()
                .ofMaxSize(60);
    }

    private record Sent(long at, int calls) {}

    /** The model: count for each call what was sent within the hour that it begins. */
    private static long busiestHour(List<Sent> sent) {
        long hour = Duration.ofHours(1).toNanos();
        return sent.stream()
                .mapToLong(first -> sent.stream()
                        .filter(other -> other.at() >= first.at() && other.at() < first.at() + hour)
                        .mapToLong(Sent::calls)
                        .sum())
                .max()
                .orElse(0);
    }

    private static Bucket bucket(BucketConfiguration configuration, TimeMeter time) {
        LocalBucketBuilder builder = Bucket.builder().withCustomTimePrecision(time);
        for (var bandwidth : configuration.getBandwidths()) {
            builder.addLimit(bandwidth);
        }
        return builder.build();
    }
}
