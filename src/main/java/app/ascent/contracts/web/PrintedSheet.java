package app.ascent.contracts.web;

import app.ascent.contracts.BalanceKind;
import app.ascent.contracts.BillingModel;
import app.ascent.contracts.ContractStatus;
import app.ascent.contracts.Remaining;
import app.ascent.record.field.Decimals;
import app.ascent.text.Folded;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All contracts on paper, by client, for the owner to check and sign.
 *
 * @param all how many there are, should they be more than are shown
 * @param sums of what runs
 * @param asOf when the oldest balance was read; null where there is none
 */
record PrintedSheet(List<ContractRow> rows, long all, Sums sums, @Nullable Instant asOf) {

    /** Contracts that end within so many days are counted apart. */
    private static final int AHEAD = 90;

    private static final Comparator<ContractRow> BY_CLIENT = Comparator.comparing(
                    (ContractRow row) -> Folded.order(row.client()))
            .thenComparing(row -> Folded.order(row.name()))
            .thenComparing(ContractRow::id);

    /**
     * What the contracts that run come to.
     *
     * @param left of what was bought in advance, by kind
     * @param ending how many of them end soon
     */
    record Sums(BigDecimal recurring, BigDecimal fixed, Map<BalanceKind, BigDecimal> left, long ending) {

        static Sums of(List<ContractRow> all, LocalDate today) {
            List<ContractRow> running = all.stream()
                    .filter(row ->
                            row.status() == ContractStatus.ACTIVE || row.status() == ContractStatus.EXPIRING_SOON)
                    .toList();
            return new Sums(
                    values(running, BillingModel.RECURRING),
                    values(running, BillingModel.FIXED_PRICE),
                    running.stream()
                            .flatMap(row -> row.left().stream())
                            .collect(Collectors.toMap(Remaining::kind, Remaining::left, BigDecimal::add)),
                    running.stream()
                            .map(ContractRow::end)
                            .filter(end -> end != null && !end.isAfter(today.plusDays(AHEAD)))
                            .count());
        }

        private static BigDecimal values(List<ContractRow> running, BillingModel model) {
            Stream<BigDecimal> values = running.stream()
                    .filter(row -> row.billingModel() == model)
                    .map(ContractRow::value)
                    .filter(Objects::nonNull);
            return Decimals.amount(values.reduce(BigDecimal.ZERO, BigDecimal::add));
        }
    }

    static PrintedSheet of(List<ContractRow> rows, long all, LocalDate today, @Nullable Instant asOf) {
        return new PrintedSheet(rows.stream().sorted(BY_CLIENT).toList(), all, Sums.of(rows, today), asOf);
    }
}
