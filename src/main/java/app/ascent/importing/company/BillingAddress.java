package app.ascent.importing.company;

import app.ascent.importing.field.FieldReading;
import app.ascent.importing.field.Value;
import app.ascent.migration.spi.Dictionary;
import app.ascent.migration.spi.Finding;
import app.ascent.migration.spi.Reason;
import app.ascent.text.Text;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where a company wants its invoices: only an address of its own for that purpose becomes the billing block. */
record BillingAddress(
        @Nullable String attention,
        @Nullable String address1,
        @Nullable String address2,
        @Nullable String additional,
        @Nullable String city,
        @Nullable String state,
        @Nullable String postalCode,
        @Nullable String country) {

    private static final BillingAddress NONE = new BillingAddress(null, null, null, null, null, null, null, null);
    private static final String CHOICE = "billToAddressToUse";

    private static final List<String> FIELDS = List.of(
            "billToAttention",
            "billingAddress1",
            "billingAddress2",
            "billToAdditionalAddressInformation",
            "billToCity",
            "billToState",
            "billToZipCode",
            "billToCountryID");

    private static final Pattern PARENT = word("parent");
    private static final Pattern LOCATION = word("location");
    private static final Pattern OWN = word("bill|billing|invoice|invoicing|own|other|custom");
    private static final Pattern COMPANY = word("company|account|organi[sz]ation");

    private enum Use {
        COMPANY,
        LOCATION,
        OWN,
        UNSAID
    }

    static BillingAddress of(AutotaskCompany source, FieldReading reading) {
        BillingAddress billing =
                switch (use(source, reading)) {
                    case COMPANY -> NONE;
                    case LOCATION -> location(source, reading);
                    case OWN, UNSAID -> hasParts(source) ? own(source, reading) : NONE;
                };
        if (billing.attention() == null) {
            reading.keep("billToAttention", source.billToAttention());
        }
        return billing;
    }

    /** The label decides. Values without a telling one are unsaid: an address that is there is not thrown away. */
    private static Use use(AutotaskCompany source, FieldReading reading) {
        String value = Value.listed(source.billToAddressToUse());
        if (value == null) {
            return Use.UNSAID;
        }
        Dictionary.Entry entry = reading.entry(CHOICE, value).orElse(null);
        Use use = entry == null ? Use.UNSAID : use(entry);
        if (entry == null || use == Use.UNSAID || !entry.active()) {
            boolean filled = (use == Use.OWN || use == Use.UNSAID) && hasParts(source);
            String label = entry == null ? null : Text.name(entry.label());
            String usedInstead = filled ? "Billing address" : "No billing address";
            reading.remark(Finding.unknownValue(CHOICE, FieldReading.shown(value), label, usedInstead));
        }
        return use;
    }

    private static Use use(Dictionary.Entry entry) {
        String label = Objects.requireNonNullElse(Text.name(entry.label()), "");
        if (PARENT.matcher(label).find()) {
            return Use.UNSAID;
        }
        if (LOCATION.matcher(label).find()) {
            return Use.LOCATION;
        }
        if (OWN.matcher(label).find()) {
            return Use.OWN;
        }
        boolean company = COMPANY.matcher(label).find()
                || (entry.system() && entry.value().equals("1"));
        return company ? Use.COMPANY : Use.UNSAID;
    }

    private static BillingAddress location(AutotaskCompany source, FieldReading reading) {
        String id = Value.listed(source.billToCompanyLocationID());
        reading.remark(Finding.of(Reason.REFERENCE_MISSING, "billToCompanyLocationID", FieldReading.shown(id))
                .saying("Its invoices go to one of its locations in Autotask, and Ascent has no locations yet."));
        FIELDS.forEach(reading::unresolved);
        return NONE;
    }

    private static Pattern word(String words) {
        return Pattern.compile("\\b(" + words + ")\\b", Pattern.CASE_INSENSITIVE);
    }

    private static boolean hasParts(AutotaskCompany source) {
        return Stream.of(
                        source.billingAddress1(),
                        source.billingAddress2(),
                        source.billToAdditionalAddressInformation(),
                        source.billToCity(),
                        source.billToState(),
                        source.billToZipCode())
                .anyMatch(part -> Text.clean(part) != null);
    }

    private static BillingAddress own(AutotaskCompany source, FieldReading reading) {
        return new BillingAddress(
                Text.clean(source.billToAttention()),
                Text.clean(source.billingAddress1()),
                Text.clean(source.billingAddress2()),
                Text.clean(source.billToAdditionalAddressInformation()),
                Text.clean(source.billToCity()),
                Text.clean(source.billToState()),
                Text.clean(source.billToZipCode()),
                reading.country("billToCountryID", source.billToCountryID()));
    }
}
