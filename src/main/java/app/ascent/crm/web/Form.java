package app.ascent.crm.web;

import app.ascent.crm.CrmRefused;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.validation.BindingResult;
import org.springframework.validation.MapBindingResult;
import org.springframework.web.servlet.ModelAndView;

/** A page with a form: what was entered, field by field, with the problems beside their fields. */
final class Form {

    static final String NAME = "form";

    /** Under which a form tells what its fields held when it was opened. */
    static final String OPENED = "opened";

    private Form() {}

    static ModelAndView fresh(String view, Record draft) {
        return page(view, HttpStatus.OK, draft).addObject(OPENED, Clashes.fingerprint(draft));
    }

    /** What was entered before the session ended, on top of what the form held when it was opened. */
    static ModelAndView returned(String view, Record draft, @Nullable String opened) {
        return page(view, HttpStatus.OK, draft).addObject(OPENED, opened);
    }

    /** The values stay, so that nobody enters anything twice. */
    static ModelAndView refused(String view, Record draft, CrmRefused.Invalid refusal, ProblemWords words) {
        ModelAndView page = page(view, HttpStatus.UNPROCESSABLE_CONTENT, draft);
        BindingResult errors = new MapBindingResult(values(draft), NAME);
        refusal.problems().forEach(problem -> errors.rejectValue(problem.field(), problem.code(), words.say(problem)));
        page.addObject(BindingResult.MODEL_KEY_PREFIX + NAME, errors);
        return page;
    }

    /** Nothing was saved, and saving it once more is a choice. */
    static ModelAndView undecided(String view, Record draft) {
        return page(view, HttpStatus.CONFLICT, draft);
    }

    /** The record was deleted; what was entered for it can become a new one. */
    static ModelAndView gone(String view, Record draft) {
        return page(view, HttpStatus.NOT_FOUND, draft).addObject("gone", true);
    }

    private static ModelAndView page(String view, HttpStatus status, Record draft) {
        ModelAndView page = new ModelAndView(view, status);
        Map<String, @Nullable Object> values = values(draft);
        page.addObject(NAME, values);
        page.addObject(BindingResult.MODEL_KEY_PREFIX + NAME, new MapBindingResult(values, NAME));
        return page;
    }

    private static Map<String, @Nullable Object> values(Record draft) {
        Map<String, @Nullable Object> values = new HashMap<>(DraftFields.of(draft));
        values.replaceAll((name, value) -> DraftFields.inForm(value));
        return values;
    }
}
