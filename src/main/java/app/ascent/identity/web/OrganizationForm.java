package app.ascent.identity.web;

import app.ascent.identity.Member;
import app.ascent.identity.OrganizationSettings;
import app.ascent.identity.web.Offered.Choices;
import app.ascent.web.DateStyle;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** The settings of an organization as a page or a program sends them, whole; both read the same refusals. */
@SuppressWarnings("MultipleNullnessAnnotations") // one says what must be there, the other what may come
record OrganizationForm(
        @NotBlank(message = "{setup.organization.missing}")
                @Size(max = 200, message = "{form.too-long}")
                @Pattern(regexp = Member.PRINTABLE, message = "{form.unprintable}")
                String name,
        @Offered(Choices.TIME_ZONES) String timeZone,
        @Offered(Choices.LANGUAGES) String language,
        @NotNull(message = "{organization.choose}") @Nullable DateStyle dateFormat,
        @Offered(Choices.CURRENCIES) String currency) {

    OrganizationForm {
        name = Forms.stripped(name);
    }

    static OrganizationForm of(OrganizationSettings settings, String timeZone) {
        return new OrganizationForm(
                settings.name(), timeZone, settings.language(), settings.dateStyle(), settings.currency());
    }

    /** Of a form that was not refused. */
    OrganizationSettings settings() {
        if (dateFormat == null) {
            throw new IllegalStateException("The form was refused");
        }
        return new OrganizationSettings(name, timeZone, language, dateFormat, currency);
    }
}
