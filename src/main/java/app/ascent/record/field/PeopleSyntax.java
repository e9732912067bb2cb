package app.ascent.record.field;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says of a list that it is too long, or else that one of its names is. */
public final class PeopleSyntax implements ConstraintValidator<People, List<Person>> {

    private int most;

    @Override
    public void initialize(People people) {
        most = people.value();
    }

    @Override
    public boolean isValid(@Nullable List<Person> people, ConstraintValidatorContext context) {
        if (people == null || people.stream().noneMatch(PeopleSyntax::isTooLong)) {
            return people == null || people.size() <= most;
        }
        context.disableDefaultConstraintViolation();
        context.buildConstraintViolationWithTemplate("people-name-too-long").addConstraintViolation();
        return false;
    }

    private static boolean isTooLong(Person person) {
        String name = person.name();
        return name != null && name.codePointCount(0, name.length()) > People.NAME;
    }
}
