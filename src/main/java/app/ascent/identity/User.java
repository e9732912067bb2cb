package app.ascent.identity;

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

/** A member of an organization, who signs in with an e-mail address that is unique in this installation. */
@Entity
@SuppressWarnings("UnusedVariable") // columns that Hibernate alone reads
@Table(name = "identity_user")
class User {

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;

    private UUID organizationId;
    private String email;
    private String name;

    @Enumerated(EnumType.STRING)
    private Role role;

    @Enumerated(EnumType.STRING)
    private UserStatus status;

    private String passwordHash;

    /** Counts what ends open sessions: a new password, a deactivation. */
    private int sessionVersion;

    /** Since when signing in asks for a code, too. */
    private @Nullable Instant secondFactorSince;

    private @Nullable Instant lastLoginAt;
    private Instant createdAt;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected User() {}

    @SuppressWarnings("NullAway.Init") // the id comes with the first save
    User(OrganizationId organization, String email, String name, Role role, String passwordHash, Instant createdAt) {
        this.organizationId = organization.value();
        this.email = email;
        this.name = name;
        this.role = role;
        this.status = UserStatus.ACTIVE;
        this.passwordHash = passwordHash;
        this.createdAt = createdAt;
    }

    void assume(Role next) {
        role = next;
    }

    void activate() {
        status = UserStatus.ACTIVE;
    }

    void deactivate() {
        status = UserStatus.DEACTIVATED;
        sessionVersion++;
    }

    void replacePassword(String hash) {
        passwordHash = hash;
        sessionVersion++;
    }

    /** Sessions that were begun with less end. */
    void demandSecondFactor(Instant since) {
        secondFactorSince = since;
        sessionVersion++;
    }

    void dropSecondFactor() {
        secondFactorSince = null;
        sessionVersion++;
    }

    boolean hasSecondFactor() {
        return secondFactorSince != null;
    }

    int sessionVersion() {
        return sessionVersion;
    }

    boolean isActive() {
        return status == UserStatus.ACTIVE;
    }

    boolean isActiveOwner() {
        return isActive() && role == Role.OWNER;
    }

    UserId id() {
        return new UserId(id);
    }

    OrganizationId organization() {
        return new OrganizationId(organizationId);
    }

    String email() {
        return email;
    }

    String name() {
        return name;
    }

    Role role() {
        return role;
    }

    UserStatus status() {
        return status;
    }

    String passwordHash() {
        return passwordHash;
    }

    Member view() {
        return new Member(id(), name, email, role, status, hasSecondFactor(), lastLoginAt, createdAt);
    }
}
