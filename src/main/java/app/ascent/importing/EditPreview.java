package app.ascent.importing;

import app.ascent.crm.ClientId;
import app.ascent.crm.ImportActivity;
import app.ascent.identity.CurrentUser;
import app.ascent.identity.OrganizationId;
import app.ascent.identity.UserId;
import app.ascent.identity.Users;
import app.ascent.migration.LostEdits;
import app.ascent.migration.LostEdits.LostEdit;
import app.ascent.migration.spi.MigrationId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** What people would lose by a run in which Autotask wins, in words: a client or a person has a name, not an id. */
@Service
public class EditPreview {

    private static final String ACCOUNT_MANAGER = "accountManager";
    private static final String CLIENT = "client";

    private final LostEdits edits;
    private final ImportActivity clients;
    private final Users users;
    private final CurrentUser currentUser;

    EditPreview(LostEdits edits, ImportActivity clients, Users users, CurrentUser currentUser) {
        this.edits = edits;
        this.clients = clients;
        this.users = users;
        this.currentUser = currentUser;
    }

    /** @throws app.ascent.migration.MigrationRefused.Unknown when there is no such migration in the organization */
    public LostEdits.Preview of(MigrationId migration) {
        OrganizationId organization = currentUser.organization();
        LostEdits.Preview preview = edits.of(organization, migration);
        Map<String, String> names = names(organization, preview.edits());
        return new LostEdits.Preview(
                preview.edits().stream().map(edit -> worded(edit, names)).toList(), preview.all());
    }

    private Map<String, String> names(OrganizationId organization, List<LostEdit> found) {
        Map<String, String> names = new HashMap<>();
        Set<UserId> people = new HashSet<>();
        ids(found, ACCOUNT_MANAGER).forEach(id -> people.add(new UserId(id)));
        users.names(organization, people).forEach((user, name) -> names.put(user.toString(), name));
        Set<ClientId> companies = new HashSet<>();
        ids(found, CLIENT).forEach(id -> companies.add(new ClientId(id)));
        if (!companies.isEmpty()) {
            clients.clientNames(organization, companies).forEach((client, name) -> names.put(client.toString(), name));
        }
        return names;
    }

    private static Stream<UUID> ids(List<LostEdit> found, String field) {
        return found.stream()
                .filter(edit -> edit.field().equals(field))
                .flatMap(edit -> Stream.of(edit.inAscent(), edit.inSource()).flatMap(Stream::ofNullable))
                .map(UUID::fromString);
    }

    private static LostEdit worded(LostEdit edit, Map<String, String> names) {
        return new LostEdit(
                edit.entity(),
                edit.sourceId(),
                edit.targetId(),
                edit.name(),
                edit.field(),
                edit.sourceField(),
                named(edit.field(), edit.inAscent(), names),
                named(edit.field(), edit.inSource(), names));
    }

    private static @Nullable String named(String field, @Nullable String value, Map<String, String> names) {
        boolean id = field.equals(ACCOUNT_MANAGER) || field.equals(CLIENT);
        return id && value != null ? names.getOrDefault(value, value) : value;
    }
}
