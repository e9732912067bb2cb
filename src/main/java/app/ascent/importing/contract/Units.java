package app.ascent.importing.contract;

import app.ascent.importing.field.Figures;
import app.ascent.importing.field.Value;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How many units of a line a contract has in a period in which it is billed. */
@JsonIgnoreProperties(ignoreUnknown = true)
record Units(
        @Nullable String contractServiceID,
        @Nullable String contractServiceBundleID,
        @Nullable String units,
        @Nullable String price,
        @Nullable String startDate,
        @Nullable String endDate) {

    private static final int CENTS = 2;

    /**
     * Those of a line on a day.
     *
     * @param months how long its period is: of one that was cut short since units were adjusted, as long as the others
     */
    record Current(BigDecimal units, @Nullable LocalDate start, @Nullable LocalDate end, int months) {

        /** What they come to a month. */
        BigDecimal monthly(BigDecimal price) {
            return price.multiply(units).divide(BigDecimal.valueOf(months), CENTS, RoundingMode.HALF_UP);
        }
    }

    /** Of the periods that have that day the one that began last; of two that began together the later row. */
    static Optional<Current> on(LocalDate day, @Nullable String line, List<Units> rows) {
        List<Units> theirs = rows.stream().filter(row -> row.belongTo(line)).toList();
        Units current = null;
        for (Units row : theirs) {
            if (row.covers(day) && (current == null || !row.begin().isBefore(current.begin()))) {
                current = row;
            }
        }
        return current == null
                ? Optional.empty()
                : Optional.of(new Current(
                        Objects.requireNonNullElse(Figures.number(current.units), BigDecimal.ZERO),
                        Figures.day(current.startDate),
                        Figures.day(current.endDate),
                        theirs.stream().mapToInt(Units::months).max().orElse(1)));
    }

    private boolean belongTo(@Nullable String line) {
        String theirs = contractServiceID == null ? contractServiceBundleID : contractServiceID;
        return Value.id(theirs).isPresent() && Value.id(theirs).equals(Value.id(line));
    }

    private boolean covers(LocalDate day) {
        return !begin().isAfter(day) && !last().isBefore(day);
    }

    private LocalDate begin() {
        return Objects.requireNonNullElse(Figures.day(startDate), LocalDate.MIN);
    }

    private LocalDate last() {
        return Objects.requireNonNullElse(Figures.day(endDate), LocalDate.MAX);
    }

    private int months() {
        LocalDate start = Figures.day(startDate);
        LocalDate end = Figures.day(endDate);
        return start == null || end == null
                ? 1
                : Math.clamp(ChronoUnit.MONTHS.between(start, end.plusDays(1)), 1, 1_200);
    }
}
