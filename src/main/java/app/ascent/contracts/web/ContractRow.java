package app.ascent.contracts.web;

import app.ascent.contracts.BillingModel;
import app.ascent.contracts.ContractFields;
import app.ascent.contracts.ContractStatus;
import app.ascent.contracts.ContractType;
import app.ascent.contracts.ContractView;
import app.ascent.contracts.Remaining;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A contract as one row of a list. */
record ContractRow(
        UUID id,
        String name,
        @Nullable String number,
        UUID clientId,
        String client,
        ContractType type,
        @Nullable BillingModel billingModel,
        ContractStatus status,
        @Nullable LocalDate end,
        @Nullable BigDecimal value,
        List<Remaining> left,
        boolean imported) {

    static ContractRow of(ContractView contract, String client, List<Remaining> left) {
        ContractFields fields = contract.fields();
        return new ContractRow(
                contract.id().value(),
                fields.name(),
                fields.number(),
                fields.clientId().value(),
                client,
                fields.type(),
                fields.billingModel(),
                contract.status(),
                fields.endDate(),
                fields.value(),
                left,
                contract.source() != null);
    }

    /** Whether its value comes every month. */
    public boolean monthly() {
        return billingModel == BillingModel.RECURRING;
    }
}
