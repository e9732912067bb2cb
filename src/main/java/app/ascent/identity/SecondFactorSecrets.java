package app.ascent.identity;

import app.ascent.identity.totp.Totp;
import app.ascent.vault.Binding;
import app.ascent.vault.SealedRows;
import app.ascent.vault.Secret;
import app.ascent.vault.Secrets;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The secrets that people share with their authenticator apps, sealed by the vault. In the caller's transaction. */
@Component
class SecondFactorSecrets implements SealedRows {

    private final JdbcClient jdbc;
    private final Secrets vault;
    private final Clock clock;

    SecondFactorSecrets(JdbcClient jdbc, Secrets vault, Clock clock) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.clock = clock;
    }

    private record Row(UUID organization, UUID user, String secret, long lastStep) {}

    /** A new secret, which guards nothing before it is confirmed. */
    void begin(OrganizationId organization, UserId user) {
        String sealed = vault.encrypt(new Secret(Totp.newSecret()), new Binding(organization.value(), user.value()));
        jdbc.sql(
                        """
                        insert into identity_second_factor (organization_id, user_id, secret, last_step)
                        values (:organization, :user, :secret, 0)
                        on conflict (organization_id, user_id) do update set
                            secret = :secret, last_step = 0
                        where identity_second_factor.confirmed_at is null
                        """)
                .param("organization", organization.value())
                .param("user", user.value())
                .param("secret", sealed)
                .update();
    }

    /** The secret that is being set up, if one is. */
    Optional<Secret> unconfirmed(OrganizationId organization, UserId user) {
        return find(organization, user, false).map(this::open);
    }

    boolean confirm(User user, String code) {
        if (!use(user, code, false)) {
            return false;
        }
        jdbc.sql("update identity_second_factor set confirmed_at = :now"
                        + " where organization_id = :organization and user_id = :user")
                .param("now", Timestamp.from(clock.instant()))
                .param("organization", user.organization().value())
                .param("user", user.id().value())
                .update();
        return true;
    }

    /** Answers whether the code is right now and was not used before. */
    boolean use(User user, String code) {
        return use(user, code, true);
    }

    void remove(User user) {
        jdbc.sql("delete from identity_second_factor where organization_id = :organization and user_id = :user")
                .param("organization", user.organization().value())
                .param("user", user.id().value())
                .update();
    }

    @Override
    @Transactional
    public int reseal() {
        List<Row> old = jdbc
                .sql("select organization_id, user_id, secret, last_step from identity_second_factor for update")
                .query((row, _) -> new Row(
                        row.getObject(1, UUID.class), row.getObject(2, UUID.class), row.getString(3), row.getLong(4)))
                .stream()
                .filter(row -> !vault.underFirstKey(row.secret()))
                .toList();
        for (Row row : old) {
            jdbc.sql("update identity_second_factor set secret = :secret"
                            + " where organization_id = :organization and user_id = :user")
                    .param("secret", vault.reencrypt(row.secret(), new Binding(row.organization(), row.user())))
                    .param("organization", row.organization())
                    .param("user", row.user())
                    .update();
        }
        return old.size();
    }

    private boolean use(User user, String code, boolean confirmed) {
        Row row = find(user.organization(), user.id(), confirmed).orElse(null);
        if (row == null) {
            return false;
        }
        Instant now = clock.instant();
        OptionalLong step = Totp.step(open(row).reveal(), code, now, row.lastStep());
        // Of two who send the same code at once, one is let in.
        return step.isPresent()
                && jdbc.sql(
                                        """
                                        update identity_second_factor set last_step = :step
                                        where organization_id = :organization and user_id = :user and last_step < :step
                                        """)
                                .param("step", step.getAsLong())
                                .param("organization", user.organization().value())
                                .param("user", user.id().value())
                                .update()
                        == 1;
    }

    private Optional<Row> find(OrganizationId organization, UserId user, boolean confirmed) {
        return jdbc.sql(
                        """
                        select secret, last_step from identity_second_factor
                        where organization_id = :organization and user_id = :user
                          and (confirmed_at is not null) = :confirmed
                        """)
                .param("organization", organization.value())
                .param("user", user.value())
                .param("confirmed", confirmed)
                .query((row, _) -> new Row(organization.value(), user.value(), row.getString(1), row.getLong(2)))
                .optional();
    }

    private Secret open(Row row) {
        return vault.decrypt(row.secret(), new Binding(row.organization(), row.user()));
    }
}
