package app.ascent.identity;

import app.ascent.web.DateStyle;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.UuidGenerator;
import org.jspecify.annotations.Nullable;

/** A tenant. */
@Entity
@SuppressWarnings("UnusedVariable") // columns that Hibernate alone reads
@Table(name = "identity_organization")
class Organization {

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;

    private String name;
    private Instant createdAt;
    private boolean ownersNeedSecondFactor;
    private @Nullable String timeZone;
    private String language;

    @Enumerated(EnumType.STRING)
    private DateStyle dateStyle;

    private String currency;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected Organization() {}

    @SuppressWarnings("NullAway.Init") // the id comes with the first save
    Organization(String name, @Nullable String timeZone, Instant createdAt) {
        this.createdAt = createdAt;
        settle(new OrganizationSettings(name, timeZone, "en", DateStyle.DAY_MONTH_YEAR, "USD"));
    }

    OrganizationSettings settings() {
        return new OrganizationSettings(name, timeZone, language, dateStyle, currency);
    }

    final void settle(OrganizationSettings settings) {
        name = settings.name();
        timeZone = settings.timeZone();
        language = settings.language();
        dateStyle = settings.dateStyle();
        currency = settings.currency();
    }

    boolean ownersNeedSecondFactor() {
        return ownersNeedSecondFactor;
    }

    void needSecondFactorOfOwners(boolean need) {
        ownersNeedSecondFactor = need;
    }

    OrganizationId id() {
        return new OrganizationId(id);
    }
}
