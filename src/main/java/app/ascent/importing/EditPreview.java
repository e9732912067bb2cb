package app.ascent.importing;

import app.ascent.identity.CurrentUser;
import app.ascent.identity.OrganizationId;
import app.ascent.migration.LostEdits;
import app.ascent.migration.LostEdits.LostEdit;
import app.ascent.migration.spi.MigrationId;
import app.ascent.record.RecordNames;
import app.ascent.record.field.Field;
import app.ascent.record.field.Ids;
import app.ascent.record.table.RecordTable;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** What people would lose by a run in which Autotask wins, in words: a client or a person has a name, not an id. */
@Service
public class EditPreview {

    private final LostEdits edits;
    private final RecordNames names;
    private final Map<String, Class<?>> references;
    private final CurrentUser currentUser;

    EditPreview(LostEdits edits, RecordNames names, List<RecordTable<?>> tables, CurrentUser currentUser) {
        this.edits = edits;
        this.names = names;
        this.references = tables.stream()
                .flatMap(table -> table.fields().all().stream())
                .filter(Field::isReference)
                .collect(Collectors.toMap(Field::name, Field::type, (one, same) -> one));
        this.currentUser = currentUser;
    }

    /** @throws app.ascent.migration.MigrationRefused.Unknown when there is no such migration in the organization */
    public LostEdits.Preview of(MigrationId migration) {
        OrganizationId organization = currentUser.organization();
        LostEdits.Preview preview = edits.of(organization, migration);
        Map<Object, String> called = names.of(
                organization,
                preview.edits().stream()
                        .flatMap(edit -> Stream.of(edit.inAscent(), edit.inSource())
                                .map(value -> reference(edit.field(), value)))
                        .filter(Objects::nonNull)
                        .toList());
        return new LostEdits.Preview(
                preview.edits().stream().map(edit -> worded(edit, called)).toList(), preview.all());
    }

    private @Nullable Object reference(String field, @Nullable String value) {
        Class<?> type = references.get(field);
        return type == null || value == null ? null : Ids.parsed(type, value);
    }

    private LostEdit worded(LostEdit edit, Map<Object, String> called) {
        return new LostEdit(
                edit.entity(),
                edit.sourceId(),
                edit.targetId(),
                edit.name(),
                edit.field(),
                edit.sourceField(),
                named(edit.field(), edit.inAscent(), called),
                named(edit.field(), edit.inSource(), called));
    }

    private @Nullable String named(String field, @Nullable String value, Map<Object, String> called) {
        Object id = reference(field, value);
        return id == null ? value : called.getOrDefault(id, value);
    }
}
