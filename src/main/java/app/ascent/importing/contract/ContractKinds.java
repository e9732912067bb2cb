package app.ascent.importing.contract;

import app.ascent.contracts.BillingModel;
import app.ascent.contracts.ContractType;
import app.ascent.migration.spi.DecidableField;
import app.ascent.migration.spi.Dictionary;
import app.ascent.text.Folded;
import app.ascent.text.Text;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the values of {@code contractType} mean: the type that Ascent proposes, which the Owner may decide otherwise, and how
 * the contract is billed, which is nobody's decision.
 */
final class ContractKinds {

    static final String FIELD = "contractType";
    static final ContractType FALLBACK = ContractType.SUPPORT_PLAN;

    private static final Map<String, BillingModel> BY_LABEL = Map.ofEntries(
            Map.entry("recurring service", BillingModel.RECURRING),
            Map.entry("recurring services", BillingModel.RECURRING),
            Map.entry("block hours", BillingModel.BLOCK_HOURS),
            Map.entry("retainer", BillingModel.RETAINER),
            Map.entry("per ticket", BillingModel.PER_TICKET),
            Map.entry("incident", BillingModel.PER_TICKET),
            Map.entry("incident (per ticket)", BillingModel.PER_TICKET),
            Map.entry("fixed price", BillingModel.FIXED_PRICE),
            Map.entry("time & materials", BillingModel.TIME_AND_MATERIALS),
            Map.entry("time and materials", BillingModel.TIME_AND_MATERIALS));

    /** Autotask's own values, for tenants that show them in another language. */
    private static final Map<String, BillingModel> BY_SYSTEM_ID = Map.of(
            "7", BillingModel.RECURRING,
            "4", BillingModel.BLOCK_HOURS,
            "6", BillingModel.RETAINER,
            "8", BillingModel.PER_TICKET,
            "3", BillingModel.FIXED_PRICE,
            "1", BillingModel.TIME_AND_MATERIALS);

    private ContractKinds() {}

    static DecidableField decidable() {
        return new DecidableField(
                FIELD,
                Arrays.stream(ContractType.values()).map(ContractType::name).toList(),
                FALLBACK.name(),
                ContractKinds::proposal);
    }

    private static @Nullable String proposal(Dictionary.Entry entry) {
        BillingModel model = model(entry);
        return model == null ? null : type(model).name();
    }

    private static ContractType type(BillingModel model) {
        return switch (model) {
            case RECURRING -> ContractType.MSP_AGREEMENT;
            case BLOCK_HOURS, RETAINER, PER_TICKET, TIME_AND_MATERIALS -> ContractType.SUPPORT_PLAN;
            case FIXED_PRICE -> ContractType.PROJECT;
        };
    }

    /** Values of contracts that consist of services or of blocks of hours: docs/mapping.md. */
    static List<String> consisting(Dictionary dictionary) {
        return dictionary.tables().getOrDefault(ContractMapper.TYPE.name() + "." + FIELD, Map.of()).values().stream()
                .filter(entry -> consists(model(entry)))
                .map(Dictionary.Entry::value)
                .toList();
    }

    private static boolean consists(@Nullable BillingModel model) {
        return model == BillingModel.RECURRING || model == BillingModel.BLOCK_HOURS;
    }

    /** The label decides; only where it says nothing to us, the id of a value Autotask itself defined. */
    static @Nullable BillingModel model(Dictionary.Entry entry) {
        String label = Text.name(entry.label());
        BillingModel model = label == null ? null : BY_LABEL.get(Folded.key(label));
        return model == null && entry.system() ? BY_SYSTEM_ID.get(entry.value()) : model;
    }
}
