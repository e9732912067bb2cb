package app.ascent.web;

import java.util.List;
import java.util.Map;

/**
 * What somebody had entered into a form when the session was over.
 *
 * @param form address of the page with the form
 * @param by whose input it is, as {@link KeptForms#by} names them
 */
record KeptForm(String form, String by, Map<String, List<String>> values) {

    /** The address without its query. */
    String path() {
        int query = form.indexOf('?');
        return query < 0 ? form : form.substring(0, query);
    }
}
