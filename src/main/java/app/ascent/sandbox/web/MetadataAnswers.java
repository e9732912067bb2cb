package app.ascent.sandbox.web;

import app.ascent.sandbox.SandboxComponent;
import app.ascent.sandbox.faults.Faults;
import app.ascent.sandbox.faults.Variant;
import app.ascent.sandbox.tenant.Entity;
import app.ascent.sandbox.tenant.Field;
import app.ascent.sandbox.tenant.PicklistValue;
import app.ascent.sandbox.tenant.Schema;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Answers about entities and their fields. Values of picklists are text here and numbers in records. */
@SandboxComponent
class MetadataAnswers {

    private record Information(Info info) {}

    private record Info(
            String name,
            boolean canCreate,
            boolean canDelete,
            boolean canQuery,
            boolean canUpdate,
            Object userAccessForCreate,
            Object userAccessForDelete,
            Object userAccessForQuery,
            Object userAccessForUpdate,
            boolean hasUserDefinedFields,
            boolean supportsWebhookCallouts) {}

    private record Fields(List<?> fields) {}

    private record FieldInfo(
            String name,
            String dataType,
            int length,
            boolean isRequired,
            boolean isReadOnly,
            boolean isQueryable,
            boolean isReference,
            String referenceEntityType,
            boolean isPickList,
            @Nullable List<Value> picklistValues,
            String picklistParentValueField,
            boolean isSupportedWebhookField) {}

    private record UserFieldInfo(
            String name,
            String label,
            String type,
            int length,
            String description,
            boolean isRequired,
            boolean isReadOnly,
            boolean isQueryable,
            boolean isReference,
            String referenceEntityType,
            boolean isPickList,
            @Nullable List<Value> picklistValues,
            String picklistParentValueField,
            @Nullable String defaultValue,
            boolean isSupportedWebhookField) {}

    private record Value(
            String value,
            String label,
            boolean isDefaultValue,
            int sortOrder,
            String parentValue,
            boolean isActive,
            boolean isSystem) {

        static @Nullable List<Value> of(@Nullable List<PicklistValue> picklist) {
            return picklist == null ? null : picklist.stream().map(Value::of).toList();
        }

        private static Value of(PicklistValue value) {
            return new Value(
                    value.value(),
                    value.label(),
                    false,
                    value.sortOrder(),
                    value.parent(),
                    value.active(),
                    value.system());
        }
    }

    private final Faults faults;

    MetadataAnswers(Faults faults) {
        this.faults = faults;
    }

    Answer information(Entity entity) {
        Schema schema = entity.schema();
        var info = new Info(
                schema.name(),
                schema.abilities().contains("create"),
                schema.abilities().contains("delete"),
                true,
                true,
                right(0),
                right(0),
                right(faults.access(entity.path())),
                right(0),
                schema.userFields() != null,
                schema.abilities().contains("webhooks"));
        return Answer.json(new Information(info));
    }

    /** Documented as a number; live zones send a word. */
    private Object right(int number) {
        if (faults.has(Variant.NUMERIC_ACCESS)) {
            return number;
        }
        return switch (number) {
            case 0 -> "None";
            case 1 -> "All";
            default -> "Restricted";
        };
    }

    Answer fields(Entity entity) {
        Schema schema = entity.schema();
        boolean webhooks = schema.abilities().contains("webhooks");
        return Answer.json(new Fields(
                schema.fields().stream().map(field -> info(field, webhooks)).toList()));
    }

    private FieldInfo info(Field field, boolean webhooks) {
        return new FieldInfo(
                faults.has(Variant.PASCAL_CASE_FIELDS) ? pascalCase(field.name()) : field.name(),
                field.type().wireName(),
                field.length(),
                field.required(),
                field.readOnly(),
                field.queryable(),
                field.reference() != null,
                Objects.requireNonNullElse(field.reference(), ""),
                field.picklist() != null,
                Value.of(field.picklist()),
                Objects.requireNonNullElse(field.parent(), ""),
                webhooks && !field.readOnly());
    }

    Answer userFields(Entity entity) {
        List<Field> fields = entity.schema().userFields();
        return Answer.json(new Fields(
                fields == null
                        ? List.of()
                        : fields.stream().map(MetadataAnswers::userInfo).toList()));
    }

    private static UserFieldInfo userInfo(Field field) {
        return new UserFieldInfo(
                field.name(),
                field.name(),
                field.type().wireName(),
                field.length(),
                "",
                field.required(),
                field.readOnly(),
                field.queryable(),
                false,
                "",
                field.picklist() != null,
                Value.of(field.picklist()),
                "",
                null,
                false);
    }

    private static String pascalCase(String name) {
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }
}
