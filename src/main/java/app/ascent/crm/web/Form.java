package app.ascent.crm.web;

import app.ascent.crm.CrmRefused;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.validation.BindingResult;
import org.springframework.validation.MapBindingResult;
import org.springframework.web.servlet.ModelAndView;

/** A page with a form: what was entered, field by field, with the problems beside their fields. */
final class Form {

    static final String NAME = "form";

    private Form() {}

    static ModelAndView fresh(String view, Record draft) {
        return page(view, HttpStatus.OK, draft);
    }

    /** The values stay, so that nobody enters anything twice. */
    static ModelAndView refused(String view, Record draft, CrmRefused.Invalid refusal, ProblemWords words) {
        ModelAndView page = page(view, HttpStatus.UNPROCESSABLE_CONTENT, draft);
        BindingResult errors = new MapBindingResult(values(draft), NAME);
        refusal.problems().forEach(problem -> errors.rejectValue(problem.field(), problem.code(), words.say(problem)));
        page.addObject(BindingResult.MODEL_KEY_PREFIX + NAME, errors);
        return page;
    }

    static ModelAndView changedMeanwhile(String view, Record draft) {
        ModelAndView page = page(view, HttpStatus.CONFLICT, draft);
        page.addObject("changedMeanwhile", true);
        return page;
    }

    private static ModelAndView page(String view, HttpStatus status, Record draft) {
        ModelAndView page = new ModelAndView(view, status);
        Map<String, @Nullable Object> values = values(draft);
        page.addObject(NAME, values);
        page.addObject(BindingResult.MODEL_KEY_PREFIX + NAME, new MapBindingResult(values, NAME));
        return page;
    }

    private static Map<String, @Nullable Object> values(Record draft) {
        Map<String, @Nullable Object> values = new HashMap<>();
        Arrays.stream(draft.getClass().getRecordComponents())
                .forEach(component -> values.put(component.getName(), value(component, draft)));
        return values;
    }

    private static @Nullable Object value(RecordComponent component, Record draft) {
        try {
            Object value = component.getAccessor().invoke(draft);
            return value instanceof List<?> list
                    ? list.stream().map(String::valueOf).collect(Collectors.joining("\n"))
                    : value;
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException("Cannot read " + component, impossible);
        }
    }
}
