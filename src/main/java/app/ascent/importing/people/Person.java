package app.ascent.importing.people;

import app.ascent.importing.field.EmailAddress;
import app.ascent.importing.field.Tables.Resource;
import app.ascent.migration.spi.Payload;
import app.ascent.migration.spi.SourceRow;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * Somebody who works for the tenant, or one of its accounts, as Autotask tells of them.
 *
 * @param id of the resource
 * @param licence of which kind its account is
 */
public record Person(long id, String name, @Nullable String email, boolean active, @Nullable Integer licence) {

    /** An account by which programs read. */
    private static final int API = 7;

    /** What Autotask says of its accounts beside names and addresses. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Account(@Nullable Boolean isActive, @Nullable Integer licenseType) {}

    /** Those whose rows can be read. */
    public static List<Person> in(Collection<SourceRow> rows) {
        return rows.stream().flatMap(row -> of(row).stream()).toList();
    }

    private static Optional<Person> of(SourceRow row) {
        try {
            Resource resource = Payload.read(row.payload(), Resource.class).source();
            Account account = Payload.read(row.payload(), Account.class).source();
            return Optional.of(new Person(
                    row.id().value(),
                    resource.label(),
                    EmailAddress.in(resource.email())
                            .map(address -> address.toLowerCase(Locale.ROOT))
                            .orElse(null),
                    !Boolean.FALSE.equals(account.isActive()),
                    account.licenseType()));
        } catch (JacksonException unreadable) {
            return Optional.empty(); // the run that looks it up says so
        }
    }

    public boolean isProgram() {
        return licence != null && licence == API;
    }
}
