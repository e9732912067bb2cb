package app.ascent.contracts;

import static app.ascent.crm.Samples.DATABASE;
import static app.ascent.crm.Samples.SYSTEM;

import app.ascent.crm.ClientId;
import app.ascent.crm.Samples;
import app.ascent.record.PartSource;
import app.ascent.record.imports.ImportedPart;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Contracts, lines and balances with no more said than a test is about. */
public final class ContractSamples {

    public static final LocalDate START = LocalDate.of(2026, 1, 1);
    public static final Instant READ = Instant.parse("2026-04-30T16:31:00Z");

    private ContractSamples() {}

    public static ContractFields contract(ClientId client, String name) {
        return contract(client, name, ContractStatus.ACTIVE, null);
    }

    public static ContractFields contract(
            ClientId client, String name, ContractStatus status, @Nullable LocalDate end) {
        return new ContractFields(
                name,
                null,
                client,
                ContractType.SUPPORT_PLAN,
                BillingModel.BLOCK_HOURS,
                status,
                START,
                end,
                new BigDecimal("100"),
                false,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    public static LineFields line(ContractId contract, String description, String units) {
        BigDecimal number = new BigDecimal(units);
        return new LineFields(
                contract,
                LineKind.SERVICE,
                description,
                number,
                new BigDecimal("38"),
                new BigDecimal("21.5"),
                number.multiply(new BigDecimal("38")),
                LocalDate.of(2026, 4, 1),
                LocalDate.of(2026, 4, 30),
                null,
                true);
    }

    public static BalanceFields balance(ContractId contract, BalanceKind kind, String bought, String used) {
        return balance(contract, kind, bought, used, true);
    }

    public static BalanceFields balance(
            ContractId contract, BalanceKind kind, String bought, String used, boolean active) {
        return new BalanceFields(
                contract, kind, new BigDecimal(bought), new BigDecimal(used), null, null, null, active, false, READ);
    }

    public static <F> ImportedPart<F> fresh(String sourceId, F fields) {
        return new ImportedPart<>(Samples.id(), true, new PartSource(SYSTEM, DATABASE, sourceId), fields, "{}");
    }

    public static <F> ImportedPart<F> again(UUID id, String sourceId, F fields) {
        return new ImportedPart<>(id, false, new PartSource(SYSTEM, DATABASE, sourceId), fields, "{}");
    }
}
