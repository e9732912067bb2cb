package app.ascent.record.field;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Says of a list that it is too long, or else which rule one of its addresses breaks. */
public final class EmailAddressesSyntax implements ConstraintValidator<EmailAddresses, List<String>> {

    private static final Pattern ADDRESS = Pattern.compile("[^@\\s]+@[^@\\s]+");

    private int most;

    @Override
    public void initialize(EmailAddresses addresses) {
        most = addresses.value();
    }

    @Override
    public boolean isValid(@Nullable List<String> addresses, ConstraintValidatorContext context) {
        if (addresses == null || addresses.stream().allMatch(EmailAddressesSyntax::isOne)) {
            return addresses == null || addresses.size() <= most;
        }
        context.disableDefaultConstraintViolation();
        context.buildConstraintViolationWithTemplate("email").addConstraintViolation();
        return false;
    }

    private static boolean isOne(String address) {
        return address.codePointCount(0, address.length()) <= 254
                && ADDRESS.matcher(address).matches();
    }
}
