package app.ascent.contracts;

import app.ascent.crm.ClientId;
import app.ascent.crm.ContactId;
import app.ascent.record.field.Decimals;
import app.ascent.record.field.Fields;
import app.ascent.record.field.Line;
import app.ascent.record.field.LongText;
import app.ascent.record.field.Money;
import app.ascent.record.field.Otherwise;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a contract that an import can fill; links to other contracts are written apart.
 *
 * @param contactName who it is made with where that is no contact of the client
 * @param status as somebody said it, see {@link ContractStatus#kept}
 * @param value what it brings in: a month where it is recurring, in all otherwise
 */
public record ContractFields(
        @Line(200) String name,
        @Line(50) @Nullable String number,
        ClientId clientId,
        ContractType type,
        @Nullable BillingModel billingModel,
        @Otherwise("ACTIVE") ContractStatus status,
        LocalDate startDate,
        @Nullable LocalDate endDate,
        @Money @Nullable BigDecimal value,
        boolean autoRenew,
        @Nullable ContactId contactId,
        @Line(200) @Nullable String contactName,
        @LongText @Nullable String description,
        @LongText @Nullable String serviceScope,
        @LongText @Nullable String slaTerms,
        @LongText @Nullable String paymentTerms,
        @LongText @Nullable String terminationClauses,
        @Line(100) @Nullable String purchaseOrderNumber,
        @LongText @Nullable String notes) {

    public static final Fields<ContractFields> FIELDS = Fields.of(ContractFields.class);

    /** Stands for the end of a contract that has none. */
    private static final LocalDate NEVER = LocalDate.of(9999, 12, 31);

    public ContractFields {
        value = Decimals.money(value);
    }

    /** Its last day, so that contracts can be sorted by it and looked up. */
    LocalDate endsOn() {
        return endDate == null ? NEVER : endDate;
    }
}
