package app.ascent.record.page;

import app.ascent.record.FieldProblem;
import app.ascent.record.RecordRefused;
import app.ascent.record.field.Entered;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.validation.BindingResult;
import org.springframework.validation.MapBindingResult;
import org.springframework.web.servlet.ModelAndView;

/**
 * A page with a form: what was entered, field by field, with the problems beside their fields.
 *
 * @param names of all inputs of the form
 */
public record Form(String view, List<String> names) {

    public static final String NAME = "form";

    /** Under which a form tells what its fields held when it was opened. */
    static final String OPENED = "opened";

    /** @param opened what it held when it was opened first, as a fingerprint */
    public ModelAndView open(Entered entered, @Nullable String opened) {
        return page(HttpStatus.OK, entered).addObject(OPENED, opened);
    }

    /** The values stay, so that nobody enters anything twice. */
    public ModelAndView refused(Entered entered, RecordRefused.Invalid refusal, ProblemWords words) {
        ModelAndView page = page(HttpStatus.UNPROCESSABLE_CONTENT, entered);
        BindingResult errors = new MapBindingResult(values(entered), NAME);
        for (FieldProblem problem : refusal.problems()) {
            errors.rejectValue(problem.field(), problem.code(), words.inForm(problem));
        }
        page.addObject(BindingResult.MODEL_KEY_PREFIX + NAME, errors);
        return page;
    }

    /** Nothing was saved, and saving it once more is a choice. */
    ModelAndView undecided(Entered entered) {
        return page(HttpStatus.CONFLICT, entered);
    }

    /** The record was deleted; what was entered for it can become a new one. */
    ModelAndView gone(Entered entered) {
        return page(HttpStatus.NOT_FOUND, entered).addObject("gone", true);
    }

    private ModelAndView page(HttpStatus status, Entered entered) {
        ModelAndView page = new ModelAndView(view, status);
        Map<String, @Nullable Object> values = values(entered);
        page.addObject(NAME, values);
        page.addObject(BindingResult.MODEL_KEY_PREFIX + NAME, new MapBindingResult(values, NAME));
        return page;
    }

    /** A box is ticked by a flag, not by a text. */
    private Map<String, @Nullable Object> values(Entered entered) {
        Map<String, @Nullable Object> values = new HashMap<>();
        names.forEach(name -> {
            String text = entered.raw(name);
            values.put(name, "true".equals(text) || "false".equals(text) ? Boolean.valueOf(text) : text);
        });
        return values;
    }
}
