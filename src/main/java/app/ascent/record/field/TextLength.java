package app.ascent.record.field;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import org.jspecify.annotations.Nullable;

/** Counts code points; {@code @Size} would count the halves of an emoji, of which a column takes twice as many. */
public final class TextLength implements ConstraintValidator<Line, String> {

    private int limit;

    @Override
    public void initialize(Line line) {
        limit = line.value();
    }

    @Override
    public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
        return text == null || text.codePointCount(0, text.length()) <= limit;
    }
}
