package app.ascent.identity;

import app.ascent.web.DateStyle;
import app.ascent.web.RegionalSettings;
import app.ascent.web.SessionUser;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.GrantedAuthority;

/** The user behind a request as Spring Security carries it; it is written into sessions, so it holds plain values only. */
record AscentUser(
        UUID id,
        UUID organizationId,
        String organizationName,
        String name,
        String email,
        Role role,
        UserStatus status,
        int sessionVersion,
        @Nullable String timeZone,
        String language,
        DateStyle dateStyle,
        boolean mustEnrol)
        implements SessionUser {

    /** Where a second factor is set up. */
    static final String ENROLMENT = "/settings/two-step";

    SignedInUser view() {
        return new SignedInUser(
                new UserId(id), new OrganizationId(organizationId), organizationName, name, email, role);
    }

    @Override
    public RegionalSettings regionalSettings() {
        return new RegionalSettings(
                timeZone == null ? null : ZoneId.of(timeZone), dateStyle, Locale.forLanguageTag(language));
    }

    boolean maySucceed(AscentUser remembered) {
        return isEnabled() && sessionVersion == remembered.sessionVersion;
    }

    /** None of its own: {@link Authorities} says on each request what the role may do. */
    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        return List.of();
    }

    /** An Owner who is to have a second factor sets it up. */
    @Override
    public @Nullable String firstTo() {
        return mustEnrol ? ENROLMENT : null;
    }

    /** The hash stays in the database: whoever has it could try passwords on it at leisure. */
    @Override
    public @Nullable String getPassword() {
        return null;
    }

    @Override
    public String getUsername() {
        return email;
    }

    @Override
    public boolean isEnabled() {
        return status == UserStatus.ACTIVE;
    }
}
