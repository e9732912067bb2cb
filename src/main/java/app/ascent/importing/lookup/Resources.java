package app.ascent.importing.lookup;

import app.ascent.identity.UserId;
import app.ascent.identity.Users;
import app.ascent.importing.AutotaskSource;
import app.ascent.importing.AutotaskTable;
import app.ascent.importing.field.EmailAddress;
import app.ascent.importing.field.Tables;
import app.ascent.importing.field.Tables.Resource;
import app.ascent.migration.spi.EntityType;
import app.ascent.migration.spi.RunContext;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * People of the tenant, of whom some are members of the organization. Those who left Autotask count, too: their records may
 * still be looked after by the member of that name.
 */
@Component
class Resources extends AutotaskTable<Resource> {

    private static final Set<EntityType> NEEDED_BY = Stream.of(
                    "companies", "projects", "tasks", "projectNotes", "taskNotes", "tickets", "ticketNotes", "timeEntries")
            .map(EntityType::new)
            .collect(Collectors.toUnmodifiableSet());

    private final Users users;

    Resources(AutotaskSource autotask, Users users) {
        super(autotask, Tables.RESOURCES, NEEDED_BY);
        this.users = users;
    }

    @Override
    public List<Resource> completed(RunContext run, List<Resource> rows) {
        List<String> emails = rows.stream()
                .map(Resources::email)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        Map<String, UserId> members = emails.isEmpty() ? Map.of() : users.activeByEmail(run.organization(), emails);
        return rows.stream()
                .map(resource -> {
                    String email = email(resource);
                    return email == null ? resource : resource.with(members.get(email));
                })
                .toList();
    }

    private static @Nullable String email(Resource resource) {
        return EmailAddress.in(resource.email())
                .map(address -> address.toLowerCase(Locale.ROOT))
                .orElse(null);
    }
}
