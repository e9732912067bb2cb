package app.ascent.importing.contact;

import app.ascent.crm.ClientId;
import app.ascent.crm.ContactFields;
import app.ascent.importing.Owner;
import app.ascent.importing.field.EmailAddress;
import app.ascent.importing.field.FieldReading;
import app.ascent.importing.field.Tables;
import app.ascent.importing.field.Value;
import app.ascent.importing.field.WebAddress;
import app.ascent.migration.spi.EntityType;
import app.ascent.migration.spi.Finding;
import app.ascent.migration.spi.Lookup;
import app.ascent.migration.spi.Mapped;
import app.ascent.migration.spi.Reason;
import app.ascent.migration.spi.References;
import app.ascent.migration.spi.SourceId;
import app.ascent.migration.spi.SourceRef;
import app.ascent.record.RecordStatus;
import app.ascent.text.Text;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a contact is made of when it comes from an Autotask contact. The rules are told in docs/mapping.md. */
final class ContactMapper {

    static final EntityType TYPE = new EntityType("contacts");

    static final String COMPANY = "companyID";
    static final String PRIMARY = "primaryContact";
    private static final int NOTES_LIMIT = ContactFields.FIELDS.named("notes").limit();

    private ContactMapper() {}

    static Mapped<ContactFields> map(SourceId id, AutotaskContact source, References references) {
        return Owner.CLIENT.map(
                source.companyID(), references, client -> ready(id, source, new ClientId(client.value()), references));
    }

    static Optional<SourceRef> company(AutotaskContact source) {
        return Owner.CLIENT.reference(source.companyID());
    }

    static List<Lookup.Key> lookUps(AutotaskContact source) {
        return Tables.keys(Tables.COUNTRIES, source.countryID()).toList();
    }

    static String name(AutotaskContact source) {
        String name = Stream.of(source.firstName(), source.lastName())
                .map(Text::name)
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
        return name.isEmpty() ? EmailAddresses.standIn(source) : Text.cut(name, 200);
    }

    private static Mapped<ContactFields> ready(
            SourceId id, AutotaskContact source, ClientId client, References references) {
        FieldReading reading = new FieldReading(TYPE.name(), references);
        ContactFields contact =
                reading.fitted(ContactFields.FIELDS, contact(id, source, client, reading), ContactFieldNames::of);
        keepOriginals(source, reading);
        boolean putAside = isPutAside(source);
        if (putAside) {
            reading.held(Finding.of(ContactReasons.CLIENT_KEPT, COMPANY, "0")
                    .saying(
                            "%s and names your own company (0) in place of its company. It stays with its client in Ascent."
                                    .formatted(
                                            Value.flag(source.isActive()) == null
                                                    ? "Autotask does not say that it is active"
                                                    : "Autotask deactivated it")));
        }
        String email = contact.email();
        Map<Reason, String> keys = email == null || putAside
                ? Map.of()
                : Map.of(ContactReasons.SAME_EMAIL, client + " " + EmailAddress.key(email));
        return new Mapped.Ready<>(contact, reading.details(), reading.findings(), keys, Map.of(), reading.unsaid());
    }

    /** So does Autotask leave contacts behind whose company it deletes; nobody moved to the MSP itself. */
    private static boolean isPutAside(AutotaskContact source) {
        return Value.id(source.companyID()).equals(OptionalLong.of(0)) && !Value.isSet(source.isActive());
    }

    private static ContactFields contact(SourceId id, AutotaskContact source, ClientId client, FieldReading reading) {
        EmailAddresses emails = EmailAddresses.of(source, reading);
        PersonName name = PersonName.of(id, source, emails.first(), reading);
        RecordStatus status = status(source, reading);
        return new ContactFields(
                client,
                name.first(),
                name.last(),
                Text.name(source.middleInitial()),
                reading.label("namePrefix", source.namePrefix()),
                reading.label("nameSuffix", source.nameSuffix()),
                Text.clean(source.title()),
                emails.first(),
                emails.others(),
                Text.clean(source.phone()),
                Text.clean(source.extension()),
                Text.clean(source.mobilePhone()),
                Text.clean(source.alternatePhone()),
                Text.clean(source.faxNumber()),
                status,
                primaryClaim(status, source, reading),
                reading.flag("receivesEmailNotifications", source.receivesEmailNotifications(), true),
                marketingOptOut(source, reading),
                Text.clean(source.addressLine()),
                Text.clean(source.addressLine1()),
                Text.clean(source.additionalAddressInformation()),
                Text.clean(source.city()),
                Text.clean(source.state()),
                Text.clean(source.zipCode()),
                reading.country("countryID", source.countryID()),
                Text.clean(source.roomNumber()),
                WebAddress.of(source.linkedInUrl()),
                WebAddress.of(source.facebookUrl()),
                WebAddress.of(source.twitterUrl()),
                notes(source, emails, reading));
    }

    /** Nobody is to write to someone of whom it is not known whether they are still there. */
    private static RecordStatus status(AutotaskContact source, FieldReading reading) {
        Boolean active = Value.flag(source.isActive());
        RecordStatus status = Boolean.TRUE.equals(active) ? RecordStatus.ACTIVE : RecordStatus.INACTIVE;
        if (active == null) {
            reading.substituted("isActive", source.isActive(), status.name());
        }
        return status;
    }

    /** Either of two says so; only where neither says anything, nothing was said. */
    private static boolean marketingOptOut(AutotaskContact source, FieldReading reading) {
        boolean bulk = reading.remarked("isOptedOutFromBulkEmail", source.isOptedOutFromBulkEmail(), false);
        boolean solicitation = reading.remarked("solicitationOptOut", source.solicitationOptOut(), false);
        if (Value.flag(source.isOptedOutFromBulkEmail()) == null && Value.flag(source.solicitationOptOut()) == null) {
            reading.assumed("solicitationOptOut");
        }
        return bulk || solicitation;
    }

    /** Long notes are cut before the addresses that moved there, since those are nowhere else. */
    private static @Nullable String notes(AutotaskContact source, EmailAddresses emails, FieldReading reading) {
        String moved = emails.moved();
        if (Text.clean(source.note()) == null) {
            reading.assumed("note");
        }
        if (moved == null) {
            return Text.clean(source.note());
        }
        String notes = reading.fit("note", Text.clean(source.note()), NOTES_LIMIT - moved.length() - 1);
        return notes == null ? moved : notes + "\n" + moved;
    }

    /** Who left cannot be the one to call; Source tells that Autotask says otherwise. */
    private static boolean primaryClaim(RecordStatus status, AutotaskContact source, FieldReading reading) {
        boolean claims = reading.remarked(PRIMARY, source.primaryContact(), false);
        if (claims && status == RecordStatus.INACTIVE) {
            reading.keep(PRIMARY, "true");
        }
        return claims && status == RecordStatus.ACTIVE;
    }

    private static void keepOriginals(AutotaskContact source, FieldReading reading) {
        reading.keep("surveyOptOut", source.surveyOptOut());
        reading.keepTime("bulkEmailOptOutTime", source.bulkEmailOptOutTime());
        reading.keepTime("solicitationOptOutTime", source.solicitationOptOutTime());
        reading.keep("companyLocationID", source.companyLocationID());
        reading.keep("externalID", source.externalID());
        reading.keepTime("createDate", source.createDate());
        reading.keepTime("lastModifiedDate", source.lastModifiedDate());
        reading.keepTime("lastActivityDate", source.lastActivityDate());
        reading.userDefined(Objects.requireNonNullElse(source.userDefinedFields(), List.of()));
    }
}
