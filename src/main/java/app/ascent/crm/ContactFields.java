package app.ascent.crm;

import app.ascent.record.RecordStatus;
import app.ascent.record.field.BySource;
import app.ascent.record.field.EmailAddress;
import app.ascent.record.field.EmailAddresses;
import app.ascent.record.field.Fields;
import app.ascent.record.field.Line;
import app.ascent.record.field.LongText;
import app.ascent.record.field.Otherwise;
import app.ascent.record.field.Phone;
import app.ascent.record.field.WebAddress;
import app.ascent.text.Folded;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a contact that an import can fill.
 *
 * @param primaryClaim whether the source calls it its client's primary contact; who is primary in Ascent is settled by
 *     {@link ContactImports#electPrimaries}
 */
public record ContactFields(
        ClientId clientId,
        @Line(100) @Nullable String firstName,
        @Line(100) String lastName,
        @Line(50) @Nullable String middleName,
        @Line(20) @Nullable String prefix,
        @Line(20) @Nullable String suffix,
        @Line(150) @Nullable String jobTitle,
        @EmailAddress @Nullable String email,
        @EmailAddresses(5) List<String> otherEmails,
        @Phone @Nullable String phone,
        @Line(20) @Nullable String extension,
        @Phone @Nullable String mobile,
        @Phone @Nullable String alternatePhone,
        @Phone @Nullable String fax,
        @Otherwise("ACTIVE") RecordStatus status,
        @BySource @Schema(hidden = true) boolean primaryClaim,
        @Otherwise("true") boolean receivesEmailNotifications,
        boolean marketingOptOut,
        @Line(200) @Nullable String address1,
        @Line(200) @Nullable String address2,
        @Line(200) @Nullable String additionalAddress,
        @Line(100) @Nullable String city,
        @Line(100) @Nullable String state,
        @Line(30) @Nullable String postalCode,
        @Line(100) @Nullable String country,
        @Line(50) @Nullable String room,
        @WebAddress @Nullable String linkedIn,
        @WebAddress @Nullable String facebook,
        @WebAddress @Nullable String twitter,
        @LongText @Nullable String notes) {

    public static final Fields<ContactFields> FIELDS = Fields.of(ContactFields.class);

    /** By the address where there is one, by the name where there is none: the two never meet. */
    static String matchKey(@Nullable String firstName, String lastName, @Nullable String email) {
        return email == null ? "n:" + Folded.key(firstName) + "\n" + Folded.key(lastName) : "e:" + Folded.key(email);
    }

    String matchKey() {
        return matchKey(firstName, lastName, email);
    }

    public String fullName() {
        return Stream.of(firstName, middleName, lastName)
                .filter(part -> part != null && !part.isBlank())
                .collect(Collectors.joining(" "));
    }
}
