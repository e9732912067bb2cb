package app.ascent.identity;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Ten codes for whoever has lost the authenticator app. Each has 120 random bits, so that its plain hash tells nothing, and
 * works once. In the caller's transaction.
 */
@Component
class RecoveryCodes {

    private static final int HOW_MANY = 10;

    private final JdbcClient jdbc;
    private final Clock clock;

    RecoveryCodes(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** New ones, as they are shown once; the old ones work no more. */
    List<String> renew(User user) {
        removeAll(user);
        List<SetupCode> codes =
                Stream.generate(SetupCode::longRandom).limit(HOW_MANY).toList();
        for (SetupCode code : codes) {
            jdbc.sql("insert into identity_recovery_code (organization_id, user_id, code_hash)"
                            + " values (:organization, :user, :hash)")
                    .param("organization", user.organization().value())
                    .param("user", user.id().value())
                    .param("hash", hash(code.printed()))
                    .update();
        }
        return codes.stream().map(SetupCode::printed).toList();
    }

    /** Answers whether this was one of them, which then works no more. */
    boolean use(User user, String typed) {
        return jdbc.sql(
                                """
                                update identity_recovery_code set used_at = :now
                                where organization_id = :organization and user_id = :user and code_hash = :hash
                                  and used_at is null
                                """)
                        .param("now", Timestamp.from(clock.instant()))
                        .param("organization", user.organization().value())
                        .param("user", user.id().value())
                        .param("hash", hash(typed))
                        .update()
                == 1;
    }

    int left(OrganizationId organization, UserId user) {
        return jdbc.sql(
                        """
                        select count(*) from identity_recovery_code
                        where organization_id = :organization and user_id = :user and used_at is null
                        """)
                .param("organization", organization.value())
                .param("user", user.value())
                .query(Integer.class)
                .single();
    }

    void removeAll(User user) {
        jdbc.sql("delete from identity_recovery_code where organization_id = :organization and user_id = :user")
                .param("organization", user.organization().value())
                .param("user", user.id().value())
                .update();
    }

    private static String hash(String typed) {
        return Tokens.hash(typed.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", ""));
    }
}
