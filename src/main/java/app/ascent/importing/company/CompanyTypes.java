package app.ascent.importing.company;

import app.ascent.crm.ClientType;
import app.ascent.migration.spi.DecidableField;
import app.ascent.migration.spi.Dictionary;
import app.ascent.text.Folded;
import app.ascent.text.Text;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What Ascent proposes for the values of {@code companyType}; the Owner may decide otherwise. */
final class CompanyTypes {

    static final String FIELD = "companyType";
    static final ClientType FALLBACK = ClientType.CUSTOMER;

    private static final Map<String, ClientType> BY_LABEL = Map.of(
            "customer", ClientType.CUSTOMER,
            "lead", ClientType.LEAD,
            "prospect", ClientType.PROSPECT,
            "vendor", ClientType.VENDOR,
            "partner", ClientType.PARTNER,
            "dead", ClientType.FORMER,
            "cancelation", ClientType.FORMER,
            "cancellation", ClientType.FORMER);

    /** Autotask's own values, for tenants that show them in another language. */
    private static final Map<String, ClientType> BY_SYSTEM_ID = Map.of(
            "1", ClientType.CUSTOMER,
            "2", ClientType.LEAD,
            "3", ClientType.PROSPECT,
            "7", ClientType.VENDOR,
            "8", ClientType.PARTNER,
            "4", ClientType.FORMER,
            "6", ClientType.FORMER);

    private CompanyTypes() {}

    static DecidableField decidable() {
        return new DecidableField(
                FIELD,
                Arrays.stream(ClientType.values()).map(ClientType::name).toList(),
                FALLBACK.name(),
                CompanyTypes::proposal);
    }

    /** The label decides; only where it says nothing to us, the id of a value Autotask itself defined. */
    static @Nullable String proposal(Dictionary.Entry entry) {
        String label = Text.name(entry.label());
        ClientType type = label == null ? null : BY_LABEL.get(Folded.key(label));
        if (type == null && entry.system()) {
            type = BY_SYSTEM_ID.get(entry.value());
        }
        return type == null ? null : type.name();
    }
}
