package app.ascent.autotask.throttling;

import app.ascent.autotask.throttling.KnownQuota.Limit;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.TokensInheritanceStrategy;
import io.github.bucket4j.distributed.jdbc.PrimaryKeyMapper;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import io.github.bucket4j.postgresql.Bucket4jPostgreSQL;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.stereotype.Component;

/**
 * One bucket for each Autotask database, shared by everyone who calls it. A bucket lets its capacity <em>and</em> an
 * hour's refill through in an hour, so each is half of our share.
 */
@Component
class TokenBuckets {

    private final ProxyManager<Long> buckets;
    private final KnownQuota known;
    private final ThrottleProperties properties;

    TokenBuckets(DataSource dataSource, TimeMeter time, KnownQuota known, ThrottleProperties properties) {
        this.buckets = Bucket4jPostgreSQL.selectForUpdateBasedBuilder(dataSource)
                .table("autotask_bucket")
                .idColumn("database")
                .stateColumn("state")
                .primaryKeyMapper(PrimaryKeyMapper.LONG)
                .clientClock(time)
                .build();
        this.known = known;
        this.properties = properties;
    }

    ConsumptionProbe tryTake(long database) {
        return bucket(database).tryConsumeAndReturnRemaining(1);
    }

    /** Until a tenth of the capacity is back: waking up for each single token would only make noise. */
    Duration untilWorthwhile(long database) {
        long some =
                Math.max(1, capacity(properties.stopsAt(known.limit(database).calls())) / 10);
        return Duration.ofNanos(bucket(database).estimateAbilityToConsume(some).getNanosToWaitForRefill());
    }

    /**
     * Takes effect for all nodes. Tokens that were there stay, as far as they fit; after a change of the limit, the calls
     * of the last hour count as taken from the new bucket, or else they would come on top of what it lets through.
     */
    void adjust(long database, Limit limit, Limit before) {
        Bucket bucket = bucket(database);
        bucket.replaceConfiguration(configuration(limit, properties), TokensInheritanceStrategy.AS_IS);
        if (!limit.equals(before)) {
            long left = Math.max(0, capacity(properties.stopsAt(limit.calls())) - known.ours(database, limit));
            long surplus = bucket.getAvailableTokens() - left;
            if (surplus > 0) {
                bucket.tryConsumeAsMuchAsPossible(surplus);
            }
        }
    }

    /**
     * What a new bucket holds is read before, since the library asks for it while it holds a connection: a few calls at once
     * would take the last ones and wait for one another.
     */
    private Bucket bucket(long database) {
        BucketConfiguration fresh = configuration(known.limit(database), properties);
        return buckets.getProxy(database, () -> fresh);
    }

    static BucketConfiguration configuration(Limit limit, ThrottleProperties properties) {
        int share = Math.max(1, properties.stopsAt(limit.calls()));
        long capacity = capacity(share);
        return BucketConfiguration.builder()
                .addLimit(Bandwidth.builder()
                        .capacity(capacity)
                        .refillGreedy(Math.max(1, share - capacity), Duration.ofMinutes(limit.windowMinutes()))
                        .build())
                .build();
    }

    private static long capacity(int share) {
        return Math.max(1, share / 2);
    }
}
