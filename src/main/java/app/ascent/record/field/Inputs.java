package app.ascent.record.field;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.ConversionException;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.stereotype.Component;

/** Reads what was entered into the fields of a record, by the rules their declaration states. */
@Component
public class Inputs {

    private static final TypeDescriptor TEXT = TypeDescriptor.valueOf(String.class);

    private final Validator validator;
    private final Conversions conversions;

    Inputs(Validator validator) {
        this.validator = validator;
        this.conversions = new Conversions();
    }

    /**
     * @param present what the record holds; a value that is left as it is needs no checking, since an import writes what
     *     nobody could enter, and must not stand in the way of another edit
     */
    public <F extends Record> Input<F> read(Fields<F> fields, Entered said, @Nullable F present) {
        Input<F> input = new Input<>(fields);
        for (Field field : fields.all()) {
            Entered entered = field.isLined() ? said.lined(field.name(), Lined.lines(field.element())) : said;
            if (entered.isShapeless(field.name())) {
                input.refuse(field.name(), "shape");
            } else if (present != null && (field.bySource() || isLeft(field, entered, present))) {
                input.put(field, field.of(present));
            } else {
                read(field, entered, input, fields.type(), present);
            }
        }
        return input;
    }

    /** An id that is no field of the record; null where none was entered, or where it cannot be one. */
    public <I> @Nullable I id(Input<?> input, Entered entered, String name, Class<I> type) {
        String text = entered.text(name);
        if (entered.isShapeless(name)) {
            input.refuse(name, "shape");
        }
        try {
            return text == null ? null : type.cast(conversions.convert(text, TEXT, TypeDescriptor.valueOf(type)));
        } catch (ConversionException noId) {
            input.refuse(name, "unknown");
            return null;
        }
    }

    /** Several, each once, in the order of their values; none of those that cannot be one. */
    public <I extends Record> List<I> ids(Input<?> input, Entered entered, String name, Class<I> type) {
        String texts = entered.text(name);
        Set<I> ids = new TreeSet<>(Comparator.comparing(Record::toString));
        for (String text : texts == null ? new String[0] : texts.split("[\\s,]+")) {
            Object id = Ids.parsed(type, text);
            if (id == null) {
                input.refuse(name, "unknown");
            } else {
                ids.add(type.cast(id));
            }
        }
        if (entered.isShapeless(name)) {
            input.refuse(name, "shape");
        }
        return List.copyOf(ids);
    }

    private static boolean isLeft(Field field, Entered entered, Record present) {
        String said = entered.comparable(field.name());
        return !said.isEmpty()
                && said.equals(
                        Entered.nothing().with(field.name(), field.of(present)).comparable(field.name()));
    }

    private <F extends Record> void read(
            Field field, Entered entered, Input<F> input, Class<F> type, @Nullable F present) {
        String text = entered.text(field.name());
        Object value = convert(field, text == null || field.bySource() ? field.otherwise() : text, input, present);
        input.put(field, value);
        if (value == null && field.required()) {
            input.refuse(field.name(), "required." + field.name());
        }
        if (value != null) {
            for (ConstraintViolation<F> broken : validator.validateValue(type, field.name(), value)) {
                Object limit = broken.getConstraintDescriptor().getAttributes().get("value");
                input.refuse(field.name(), broken.getMessage(), limit == null ? "" : limit);
            }
        }
    }

    private @Nullable Object convert(Field field, @Nullable String text, Input<?> input, @Nullable Record present) {
        if (text == null) {
            return field.nothing();
        }
        if (field.descriptor().hasAnnotation(Tags.class)) {
            return TagLines.read(text, present == null ? null : field.of(present));
        }
        try {
            return conversions.convert(text, TEXT, field.descriptor());
        } catch (ConversionException notOne) {
            input.refuse(field.name(), field.refusal());
            return field.nothing();
        }
    }
}
