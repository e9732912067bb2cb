package app.ascent.importing;

import app.ascent.identity.CurrentUser;
import app.ascent.identity.OrganizationId;
import app.ascent.migration.LostEdits;
import app.ascent.migration.LostEdits.LostEdit;
import app.ascent.migration.spi.MigrationId;
import app.ascent.record.field.Field;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** What people would lose by a run in which Autotask wins, in words: a client or a person has a name, not an id. */
@Service
public class EditPreview {

    private final LostEdits edits;
    private final AutotaskEntities entities;
    private final FieldReferences references;
    private final CurrentUser currentUser;

    EditPreview(LostEdits edits, AutotaskEntities entities, FieldReferences references, CurrentUser currentUser) {
        this.edits = edits;
        this.entities = entities;
        this.references = references;
        this.currentUser = currentUser;
    }

    /** @throws app.ascent.migration.MigrationRefused.Unknown when there is no such migration in the organization */
    public LostEdits.Preview of(MigrationId migration) {
        OrganizationId organization = currentUser.organization();
        LostEdits.Preview preview = edits.of(organization, migration);
        Map<Object, String> called = references.names(
                organization,
                preview.edits().stream()
                        .flatMap(edit -> field(edit).stream()
                                .flatMap(field -> Stream.of(edit.inAscent(), edit.inSource())
                                        .flatMap(value -> NamedIds.in(field, value))))
                        .toList());
        return new LostEdits.Preview(
                preview.edits().stream().map(edit -> worded(edit, called)).toList(), preview.all());
    }

    private LostEdit worded(LostEdit edit, Map<Object, String> called) {
        return new LostEdit(
                edit.entity(),
                edit.sourceId(),
                edit.targetId(),
                edit.name(),
                edit.field(),
                edit.sourceField(),
                named(edit, edit.inAscent(), called),
                named(edit, edit.inSource(), called));
    }

    private @Nullable String named(LostEdit edit, @Nullable String value, Map<Object, String> called) {
        return field(edit).map(field -> NamedIds.named(field, value, called)).orElse(value);
    }

    private Optional<Field> field(LostEdit edit) {
        return entities.of(edit.entity(), edit.sourceId())
                .flatMap(kind -> kind.fields().find(edit.field()));
    }
}
