package app.ascent.importing.contract;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.jspecify.annotations.Nullable;

/** A service, or a bundle of services, that a contract has: a price, whose units stand elsewhere. */
@JsonIgnoreProperties(ignoreUnknown = true)
record AutotaskLine(
        @Nullable String id,
        @Nullable String contractID,
        @Nullable String serviceID,
        @Nullable String serviceBundleID,
        @Nullable String unitPrice,
        @Nullable String adjustedPrice,
        @Nullable String unitCost,
        @Nullable String invoiceDescription,
        @Nullable String internalDescription,
        @Nullable String quoteItemID) {

    /** What a unit of it costs: of a bundle, whose price may have been adjusted, what it was adjusted to. */
    @Nullable
    String price() {
        return adjustedPrice == null ? unitPrice : adjustedPrice;
    }
}
