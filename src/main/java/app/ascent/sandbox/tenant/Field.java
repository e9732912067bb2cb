package app.ascent.sandbox.tenant;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A field of an entity.
 *
 * @param length longest text, 0 for what is no text
 * @param reference name of the entity it points to
 * @param picklist its values; null where it is no picklist
 * @param parent the picklist field on which its values depend
 * @param initial what it holds in a record that says nothing else
 */
public record Field(
        String name,
        FieldType type,
        int length,
        boolean required,
        boolean readOnly,
        boolean queryable,
        @Nullable String reference,
        @Nullable List<PicklistValue> picklist,
        @Nullable String parent,
        @Nullable Object initial) {}
