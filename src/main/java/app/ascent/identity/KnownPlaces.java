package app.ascent.identity;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Remembers where people have signed in. Guesses from elsewhere slow down whoever comes from elsewhere, and never somebody
 * at a place of their own; so nobody can keep a person out by typing their address.
 */
@Component
class KnownPlaces {

    static final Duration REMEMBERED = Duration.ofDays(90);

    /** A program signs in with each request; that it did is news once a day. */
    private static final Duration NEWS = Duration.ofDays(1);

    private final JdbcClient jdbc;
    private final Clock clock;

    KnownPlaces(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Where the caller is, if that place is known to whoever has this address; the browser rather than the source. */
    @Transactional(readOnly = true)
    public Optional<String> find(String email, Caller caller) {
        Set<String> known = jdbc
                .sql(
                        """
                        select place from identity_known_place p
                        join identity_user u on u.organization_id = p.organization_id and u.id = p.user_id
                        where u.email = :email and p.place in (:places) and p.last_seen_at > :since
                        """)
                .param("email", email)
                .param("places", caller.places())
                .param("since", Timestamp.from(clock.instant().minus(REMEMBERED)))
                .query(String.class)
                .stream()
                .collect(Collectors.toSet());
        return caller.places().stream().filter(known::contains).findFirst();
    }

    @Transactional
    public void remember(AscentUser user, Caller caller) {
        Instant now = clock.instant();
        for (String place : caller.places()) {
            jdbc.sql(
                            """
                            insert into identity_known_place as p (organization_id, user_id, place, last_seen_at)
                            values (:organization, :user, :place, :now)
                            on conflict (organization_id, user_id, place) do update set last_seen_at = :now
                            where p.last_seen_at < :before
                            """)
                    .param("organization", user.organizationId())
                    .param("user", user.id())
                    .param("place", place)
                    .param("now", Timestamp.from(now))
                    .param("before", Timestamp.from(now.minus(NEWS)))
                    .update();
        }
    }

    /** Places that were not seen for long are strange again. */
    @Transactional
    public void forgetOld() {
        jdbc.sql("delete from identity_known_place where last_seen_at < :then")
                .param("then", Timestamp.from(clock.instant().minus(REMEMBERED)))
                .update();
    }
}
