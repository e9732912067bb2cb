package app.ascent.importing;

import app.ascent.identity.OrganizationId;
import app.ascent.record.RecordNames;
import app.ascent.record.field.Field;
import app.ascent.record.field.Ids;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What fields of imported records point to, whatever their kind: by name, and by the page it has. */
@Component
public class FieldReferences {

    private final RecordNames names;
    private final AutotaskEntities entities;

    public FieldReferences(RecordNames names, AutotaskEntities entities) {
        this.names = names;
        this.entities = entities;
    }

    /** The id that a value of a field is, or null where it is none. */
    public @Nullable Object id(AutotaskEntity of, Field field, @Nullable String value) {
        return !field.isReference() || value == null ? null : Ids.parsed(of.pointsTo(field), value);
    }

    /** What is gone is left out. */
    public Map<Object, String> names(OrganizationId organization, Collection<?> ids) {
        return names.of(organization, ids);
    }

    /** The kind of record a field points to; empty where it points to a person, or to nothing. */
    public Optional<AutotaskEntity> kind(AutotaskEntity of, Field field) {
        return entities.all().stream()
                .filter(entity -> entity.ids() == of.pointsTo(field))
                .findFirst();
    }
}
