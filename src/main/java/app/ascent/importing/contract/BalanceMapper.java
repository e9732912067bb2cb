package app.ascent.importing.contract;

import app.ascent.contracts.BalanceFields;
import app.ascent.contracts.BalanceKind;
import app.ascent.contracts.ContractId;
import app.ascent.importing.field.FieldReading;
import app.ascent.importing.field.Figures;
import app.ascent.migration.spi.EntityType;
import app.ascent.migration.spi.Mapped;
import app.ascent.migration.spi.References;
import app.ascent.migration.spi.SourceRef;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is left of what was bought in advance, as Autotask counts it. */
final class BalanceMapper {

    static final EntityType TYPE = new EntityType("contractBalances");

    /** When it was read is told when it is written: of a balance that did not change it would be news otherwise. */
    private static final Instant UNREAD = Instant.EPOCH;

    private BalanceMapper() {}

    static String name(BalanceKind kind, AutotaskBalance source) {
        LocalDate start = Figures.day(source.startDate());
        String from = start == null ? " without a start" : " from " + start;
        return switch (kind) {
            case BLOCK -> "Hours" + from;
            case RETAINER -> "Retainer" + from;
            case TICKETS -> "Tickets" + from;
        };
    }

    /** Each is read whole in every run, so that its link to the contract, too, says that it was read. */
    static Mapped<BalanceFields> map(BalanceKind kind, AutotaskBalance source, References references) {
        return LineMapper.CONTRACT.map(source.contractID(), references, contract -> {
            FieldReading reading = new FieldReading(TYPE.name(), references);
            BalanceFields balance = balance(kind, source, new ContractId(contract.value()), new Figures(reading));
            reading.keepTime("datePurchased", source.datePurchased());
            reading.keep("invoiceNumber", source.invoiceNumber());
            Map<String, SourceRef> links = Map.of(
                    LineMapper.CONTRACT.field(),
                    LineMapper.CONTRACT.reference(source.contractID()).orElseThrow());
            return new Mapped.Ready<>(
                    balance, reading.details(), reading.findings(), Map.of(), links, reading.unsaid());
        });
    }

    private static BalanceFields balance(
            BalanceKind kind, AutotaskBalance source, ContractId contract, Figures figures) {
        return switch (kind) {
            case BLOCK ->
                balance(
                        kind,
                        contract,
                        figures.amount("hours", source.hours()),
                        figures.amount("hoursApproved", source.hoursApproved()),
                        figures.amount("hourlyRate", source.hourlyRate()),
                        source,
                        figures);
            case RETAINER ->
                balance(
                        kind,
                        contract,
                        figures.amount("amount", source.amount()),
                        figures.amount("amountApproved", source.amountApproved()),
                        null,
                        source,
                        figures);
            case TICKETS ->
                balance(
                        kind,
                        contract,
                        figures.amount("ticketsPurchased", source.ticketsPurchased()),
                        figures.amount("ticketsUsed", source.ticketsUsed()),
                        figures.amount("perTicketRate", source.perTicketRate()),
                        source,
                        figures);
        };
    }

    private static BalanceFields balance(
            BalanceKind kind,
            ContractId contract,
            @Nullable BigDecimal bought,
            @Nullable BigDecimal used,
            @Nullable BigDecimal rate,
            AutotaskBalance source,
            Figures figures) {
        LocalDate start = figures.date("startDate", source.startDate());
        LocalDate end = figures.date("endDate", source.endDate());
        return new BalanceFields(
                contract,
                kind,
                Objects.requireNonNullElse(bought, BigDecimal.ZERO),
                Objects.requireNonNullElse(used, BigDecimal.ZERO),
                rate,
                start,
                end,
                figures.reading().flag("status", source.status(), true),
                figures.reading().flag("isPaid", source.isPaid(), false),
                UNREAD);
    }
}
