package app.ascent.importing;

import app.ascent.identity.OrganizationId;
import app.ascent.record.RecordNames;
import app.ascent.record.field.Field;
import app.ascent.record.field.Ids;
import app.ascent.record.table.RecordTable;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What fields of imported records point to, whatever their kind: by name, and by the page it has. */
@Component
public class FieldReferences {

    private final Map<String, Class<?>> types;
    private final RecordNames names;
    private final AutotaskEntities entities;

    FieldReferences(List<RecordTable<?>> tables, RecordNames names, AutotaskEntities entities) {
        this.types = tables.stream()
                .flatMap(table -> table.fields().all().stream())
                .filter(Field::isReference)
                .collect(Collectors.toMap(Field::name, Field::type, (one, same) -> one));
        this.names = names;
        this.entities = entities;
    }

    /** Whether it points to anything at all. */
    public boolean has(String field) {
        return types.containsKey(field);
    }

    /** The id that a value of a field is, or null where it is none. */
    public @Nullable Object id(String field, @Nullable String value) {
        Class<?> type = types.get(field);
        return type == null || value == null ? null : Ids.parsed(type, value);
    }

    /** What is gone is left out. */
    public Map<Object, String> names(OrganizationId organization, Collection<?> ids) {
        return names.of(organization, ids);
    }

    /** The kind of record a field points to; empty where it points to a person, or to nothing. */
    public Optional<AutotaskEntity> kind(String field) {
        return entities.all().stream()
                .filter(entity -> entity.ids() == types.get(field))
                .findFirst();
    }
}
