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
 * Counts wrong sign-ins in a row by the address that was typed, whether a user has it or not: an address that is never
 * locked would tell that it is nobody's.
 */
@Component
class SignInTries {

    private static final Duration REMEMBERED = Duration.ofDays(1);

    private final JdbcClient jdbc;
    private final SignInProperties properties;
    private final Clock clock;

    SignInTries(JdbcClient jdbc, SignInProperties properties, Clock clock) {
        this.jdbc = jdbc;
        this.properties = properties;
        this.clock = clock;
    }

    /** Until when sign-in with this address is locked, if it is. */
    @Transactional(readOnly = true)
    public Optional<Instant> lockedUntil(String email) {
        return jdbc.sql("select locked_until from identity_sign_in_try where email = :email and locked_until > :now")
                .param("email", email)
                .param("now", Timestamp.from(clock.instant()))
                .query(Timestamp.class)
                .optional()
                .map(Timestamp::toInstant);
    }

    /** Counts a wrong try; answers until when sign-in is locked now, if it is. */
    @Transactional
    public Optional<Instant> failed(String email) {
        Instant now = clock.instant();
        forgetOld(now);
        jdbc.sql(
                        """
                        insert into identity_sign_in_try as t (email, failed, last_try_at)
                        values (:email, 1, :now)
                        on conflict (email) do update set
                            failed = case when t.locked_until is null then t.failed + 1 else 1 end,
                            locked_until = case when t.locked_until is null and t.failed + 1 >= :max
                                                then cast(:until as timestamptz) end,
                            last_try_at = :now
                        where t.locked_until is null or t.locked_until <= :now
                        """)
                .param("email", email)
                .param("max", properties.maxTries())
                .param("now", Timestamp.from(now))
                .param("until", Timestamp.from(now.plus(properties.lockFor())))
                .update();
        return lockedUntil(email);
    }

    /** A right password ends the row of wrong ones. */
    @Transactional
    public void forget(String email) {
        jdbc.sql("delete from identity_sign_in_try where email = :email")
                .param("email", email)
                .update();
    }

    /** Addresses that somebody made up would otherwise stay for good. */
    private void forgetOld(Instant now) {
        jdbc.sql(
                        """
                        delete from identity_sign_in_try where email in (
                            select email from identity_sign_in_try
                            where last_try_at < :then and (locked_until is null or locked_until <= :now)
                            for update skip locked)
                        """)
                .param("then", Timestamp.from(now.minus(REMEMBERED)))
                .param("now", Timestamp.from(now))
                .update();
    }
}
