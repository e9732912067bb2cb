package app.ascent.record.field;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says of a list that it is too long, or else that one of its words is. */
public final class TagsSyntax implements ConstraintValidator<Tags, List<String>> {

    private int most;

    @Override
    public void initialize(Tags tags) {
        most = tags.value();
    }

    @Override
    public boolean isValid(@Nullable List<String> tags, ConstraintValidatorContext context) {
        if (tags == null || tags.stream().allMatch(tag -> tag.codePointCount(0, tag.length()) <= Tags.LENGTH)) {
            return tags == null || tags.size() <= most;
        }
        context.disableDefaultConstraintViolation();
        context.buildConstraintViolationWithTemplate("tag-too-long").addConstraintViolation();
        return false;
    }
}
