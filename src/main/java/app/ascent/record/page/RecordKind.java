package app.ascent.record.page;

import app.ascent.record.field.Fields;
import java.util.Map;

/**
 * What pages need to know of a kind of record.
 *
 * @param singular as it begins keys of labels: {@code client}
 * @param plural as it begins addresses and keys of messages: {@code clients}
 * @param form its template; others lie beside it
 * @param more inputs of the form that are no fields of the record, with the types of what is entered there
 */
public record RecordKind(String singular, String plural, String form, Fields<?> fields, Map<String, Class<?>> more) {

    /** The address of its list, below which its records are. */
    String path() {
        return "/" + plural;
    }

    /** {@code crm/client-head}. */
    String template(String part) {
        return form.substring(0, form.lastIndexOf('/') + 1) + singular + "-" + part;
    }
}
