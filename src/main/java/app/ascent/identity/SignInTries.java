package app.ascent.identity;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Counts wrong sign-ins, in a row from one place, and slower ones by strangers: from all places at one address, and at all
 * addresses from one source. It counts by the address that was typed, whether a user has it or not: one that is never
 * locked would tell that it is nobody's. What strangers do locks strangers only (see {@link KnownPlaces}).
 */
@Component
class SignInTries {

    private static final Duration REMEMBERED = Duration.ofDays(1);

    /** Stands for all strange places, or for all addresses. */
    private static final String ANY = "";

    private final JdbcClient jdbc;
    private final KnownPlaces places;
    private final SignInProperties properties;
    private final Clock clock;

    SignInTries(JdbcClient jdbc, KnownPlaces places, SignInProperties properties, Clock clock) {
        this.jdbc = jdbc;
        this.places = places;
        this.properties = properties;
        this.clock = clock;
    }

    /** Until when sign-in with this address is locked for this caller, if it is. */
    @Transactional(readOnly = true)
    public Optional<Instant> lockedUntil(String email, Caller caller) {
        return lockedUntil(email, caller, places.find(email, caller));
    }

    /** Counts a wrong try; answers until when sign-in is locked now, if it is. */
    @Transactional
    public Optional<Instant> failed(String email, Caller caller) {
        Optional<String> known = places.find(email, caller);
        forgetOld();
        count(email, known.orElseGet(caller::sourcePlace), properties.maxTries(), properties.lockFor(), REMEMBERED);
        if (known.isEmpty()) {
            Duration lock = properties.lockStrangersFor();
            count(email, ANY, properties.maxTriesOfStrangers(), lock, lock);
            count(ANY, caller.sourcePlace(), properties.maxTriesOfSource(), lock, lock);
        }
        return lockedUntil(email, caller, known);
    }

    /** A sign-in that was right from end to end ends the row of wrong ones at its place, which is known from now on. */
    @Transactional
    public void succeeded(AscentUser user, Caller caller) {
        jdbc.sql("delete from identity_sign_in_try where email = :email and client in (:places)")
                .param("email", user.email())
                .param("places", caller.places())
                .update();
        places.remember(user, caller);
    }

    /** Unlocks an address everywhere, because its user was given another password. */
    @Transactional
    public void forget(String email) {
        jdbc.sql("delete from identity_sign_in_try where email = :email")
                .param("email", email)
                .update();
    }

    private Optional<Instant> lockedUntil(String email, Caller caller, Optional<String> known) {
        return jdbc.sql(
                        """
                        select max(locked_until) from identity_sign_in_try
                        where locked_until > :now
                          and (email = :email and client = :place
                            or :stranger and email = :email and client = ''
                            or :stranger and email = '' and client = :source)
                        """)
                .param("now", Timestamp.from(clock.instant()))
                .param("email", email)
                .param("place", known.orElseGet(caller::sourcePlace))
                .param("stranger", known.isEmpty())
                .param("source", caller.sourcePlace())
                .query(Timestamp.class)
                .optional()
                .map(Timestamp::toInstant);
    }

    private void count(String email, String client, int max, Duration lock, Duration within) {
        Instant now = clock.instant();
        jdbc.sql(
                        """
                        insert into identity_sign_in_try as t (email, client, failed, last_try_at)
                        values (:email, :client, 1, :now)
                        on conflict (email, client) do update set
                            failed = case when t.locked_until is null and t.last_try_at > :since then t.failed + 1 else 1 end,
                            locked_until = case when t.locked_until is null and t.last_try_at > :since
                                                     and t.failed + 1 >= :max
                                                then cast(:until as timestamptz) end,
                            last_try_at = :now
                        where t.locked_until is null or t.locked_until <= :now
                        """)
                .param("email", email)
                .param("client", client)
                .param("max", max)
                .param("now", Timestamp.from(now))
                .param("since", Timestamp.from(now.minus(within)))
                .param("until", Timestamp.from(now.plus(lock)))
                .update();
    }

    /** Addresses that somebody made up would otherwise stay for good. */
    private void forgetOld() {
        Instant now = clock.instant();
        places.forgetOld();
        jdbc.sql(
                        """
                        delete from identity_sign_in_try where (email, client) in (
                            select email, client from identity_sign_in_try
                            where last_try_at < :then and (locked_until is null or locked_until <= :now)
                            for update skip locked)
                        """)
                .param("then", Timestamp.from(now.minus(REMEMBERED)))
                .param("now", Timestamp.from(now))
                .update();
    }
}
