package app.ascent.sandbox.faults;

import java.util.List;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Something people do in the tenant while it is being read: it happens once, when a page of {@code entity} behind the
 * id {@code at} or a higher one is first asked for.
 *
 * @param entity the entity's path, such as {@code Contacts}
 * @param ids the records that are edited or removed
 * @param count how many new records appear
 */
public record Change(
        String entity,
        @DefaultValue("-1") long at,
        Kind kind,
        @DefaultValue List<Long> ids,
        @DefaultValue("0") int count) {

    /** What happens to records. */
    public enum Kind {
        EDIT,
        REMOVE,
        APPEND
    }
}
