package app.ascent.identity;

import app.ascent.identity.UserChanged.Property;
import app.ascent.web.RequestOrigin;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What programs show in place of their user's password. A program cannot type codes, so whoever signs in in two steps gives
 * it one of these; and anybody else may, who would rather not put a password into a script.
 */
@Service
public class ApiTokens {

    /** Tells a token from a password, and finds it again in a file where it should not be. */
    private static final String PREFIX = "ascent_";

    private static final Duration NEWS = Duration.ofMinutes(5);

    private final JdbcClient jdbc;
    private final UserRows users;
    private final PresentPassword present;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ApiTokens(JdbcClient jdbc, UserRows users, PresentPassword present, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.users = users;
        this.present = present;
        this.events = events;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public List<ApiToken> list(SignedInUser me) {
        return jdbc.sql(
                        """
                        select id, name, created_at, last_used_at, expires_at from identity_api_token
                        where organization_id = :organization and user_id = :user order by created_at desc, id
                        """)
                .param("organization", me.organization().value())
                .param("user", me.id().value())
                .query((row, _) -> new ApiToken(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        row.getTimestamp(3).toInstant(),
                        instant(row.getTimestamp(4)),
                        row.getTimestamp(5).toInstant(),
                        !row.getTimestamp(5).toInstant().isAfter(clock.instant())))
                .list();
    }

    /** Answers the token, which nobody sees again. */
    @Transactional(noRollbackFor = MemberRefused.WrongPassword.class)
    public String create(SignedInUser me, String name, TokenLife life, Password password) {
        User user = users.findByOrganizationIdAndId(
                        me.organization().value(), me.id().value())
                .orElseThrow(() -> new MemberRefused.Unknown(me.id()));
        present.refuseWrong(user, password);
        String token = PREFIX + Tokens.random();
        Instant now = clock.instant();
        Instant end = now.plus(life.duration());
        jdbc.sql(
                        """
                        insert into identity_api_token (organization_id, user_id, id, name, token_hash, created_at, expires_at)
                        values (:organization, :user, :id, :name, :hash, :now, :end)
                        """)
                .param("organization", me.organization().value())
                .param("user", me.id().value())
                .param("id", UUID.randomUUID())
                .param("name", name)
                .param("hash", Tokens.hash(token))
                .param("now", Timestamp.from(now))
                .param("end", Timestamp.from(end))
                .update();
        tell(me, null, name + ", for " + life.days() + " days");
        return token;
    }

    @Transactional
    public void remove(SignedInUser me, UUID id) {
        jdbc.sql(
                        """
                        delete from identity_api_token
                        where organization_id = :organization and user_id = :user and id = :id returning name
                        """)
                .param("organization", me.organization().value())
                .param("user", me.id().value())
                .param("id", id)
                .query(String.class)
                .optional()
                .ifPresent(name -> tell(me, name, null));
    }

    /** In the caller's transaction, which tells why. */
    void removeAll(User user) {
        jdbc.sql("delete from identity_api_token where organization_id = :organization and user_id = :user")
                .param("organization", user.organization().value())
                .param("user", user.id().value())
                .update();
    }

    /** Until when this token of that user opens, or opened; nothing if it is none of theirs. */
    @Transactional
    Optional<Instant> end(User user, String presented) {
        if (!presented.startsWith(PREFIX)) {
            return Optional.empty();
        }
        String hash = Tokens.hash(presented);
        Optional<Instant> end = jdbc.sql(
                        """
                        select expires_at from identity_api_token
                        where organization_id = :organization and user_id = :user and token_hash = :hash
                        """)
                .param("organization", user.organization().value())
                .param("user", user.id().value())
                .param("hash", hash)
                .query(Timestamp.class)
                .optional()
                .map(Timestamp::toInstant);
        end.filter(until -> until.isAfter(clock.instant())).ifPresent(_ -> noteUse(hash));
        return end;
    }

    private void noteUse(String hash) {
        Instant now = clock.instant();
        jdbc.sql(
                        """
                        update identity_api_token set last_used_at = :now
                        where token_hash = :hash and (last_used_at is null or last_used_at < :before)
                        """)
                .param("now", Timestamp.from(now))
                .param("hash", hash)
                .param("before", Timestamp.from(now.minus(NEWS)))
                .update();
    }

    private void tell(SignedInUser me, @Nullable String before, @Nullable String after) {
        events.publishEvent(new UserChanged(
                me.organization(),
                me.id(),
                me.id(),
                Property.API_TOKEN,
                before,
                after == null ? "Removed" : after,
                RequestOrigin.current(),
                clock.instant()));
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }
}
