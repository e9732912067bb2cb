package app.ascent.autotask.client;

import java.util.List;

/**
 * What Autotask says about a field of an entity; {@code picklist} is empty where there is none.
 *
 * @param queryable whether records can be filtered by it
 */
public record EntityField(String name, int length, List<PicklistValue> picklist, boolean queryable) {

    public EntityField(String name, int length, List<PicklistValue> picklist) {
        this(name, length, picklist, true);
    }

    /** A value a picklist field can have; values are text here and numbers in records. */
    public record PicklistValue(String value, String label, boolean active, boolean system) {}
}
