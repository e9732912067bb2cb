package app.ascent.sandbox.tenant;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What contracts consist of. Ids of every entity begin at 1, so that most of them are those of another, too. */
final class ContractParts {

    /** By the values of a service's {@code periodType}; what is sold once is of one period. */
    private static final List<Integer> MONTHS = List.of(1, 1, 3, 6, 12, 48);

    private final List<Row> services = Listed.read(Entity.SERVICES).rows();
    private final List<Row> bundles = Listed.read(Entity.SERVICE_BUNDLES).rows();
    private final Map<Entity, List<Row>> rows = new EnumMap<>(Entity.class);
    private final LocalDate newYear;

    ContractParts(LocalDate newYear) {
        this.newYear = newYear;
    }

    List<Row> rows(Entity entity) {
        return rows.computeIfAbsent(entity, _ -> new ArrayList<>());
    }

    private Row next(Entity entity, Object contract) {
        List<Row> present = rows(entity);
        Row row = new Row(entity.schema(), present.size() + 1).put("contractID", contract);
        present.add(row);
        return row;
    }

    void add(Row contract, ContractQuirk quirk, Dice dice) {
        if (quirk == ContractQuirk.NO_LINES || quirk == ContractQuirk.NO_BLOCKS) {
            return;
        }
        switch (contract.get("contractType") instanceof Long type ? type.intValue() : 0) {
            case (int) Contracts.RECURRING -> lines(contract, quirk, dice);
            case (int) Contracts.BLOCK_HOURS -> blocks(contract, quirk, dice);
            case (int) Contracts.RETAINER -> retainer(contract, dice);
            case (int) Contracts.PER_TICKET -> tickets(contract, dice);
            case (int) Contracts.FIXED_PRICE -> milestones(contract, dice);
            default -> {}
        }
    }

    private void lines(Row contract, ContractQuirk quirk, Dice dice) {
        int count = 1 + dice.below(3);
        for (int i = 0; i < count; i++) {
            Row sold = dice.pick(services);
            Row line = next(Entity.CONTRACT_SERVICES, contract.id())
                    .put("serviceID", quirk == ContractQuirk.SERVICE_GONE ? Long.valueOf(7777) : sold.id())
                    .put("unitPrice", sold.get("unitPrice"))
                    .put("unitCost", sold.get("unitCost"))
                    .put("invoiceDescription", dice.chance(25) ? sold.get("name") + ", as agreed" : "");
            var units = new Units(Entity.CONTRACT_SERVICE_UNITS, "contractServiceID", "serviceID", line);
            units.bill(contract, quirk, sold, 1 + dice.below(25));
        }
        if (quirk == ContractQuirk.UNITS_ADJUSTED || dice.chance(15)) {
            Row sold = dice.pick(bundles);
            BigDecimal price = number(sold, "unitPrice");
            Row line = next(Entity.CONTRACT_SERVICE_BUNDLES, contract.id())
                    .put("serviceBundleID", sold.id())
                    .put("unitPrice", price)
                    .put("adjustedPrice", dice.chance(50) ? price.subtract(BigDecimal.TEN) : price);
            var units =
                    new Units(Entity.CONTRACT_SERVICE_BUNDLE_UNITS, "contractServiceBundleID", "serviceBundleID", line);
            units.bill(contract, quirk, sold, 1 + dice.below(12));
        }
    }

    /** The units of a line, one row for each period in which it is billed. */
    private final class Units {

        private final Entity entity;
        private final String lineField;
        private final String soldField;
        private final Row line;

        Units(Entity entity, String lineField, String soldField, Row line) {
            this.entity = entity;
            this.lineField = lineField;
            this.soldField = soldField;
            this.line = line;
        }

        void bill(Row contract, ContractQuirk quirk, Row sold, int units) {
            // Those with something odd run this year for certain, or their trap would never be met.
            boolean odd = quirk != ContractQuirk.NONE;
            LocalDate begin = odd ? newYear.minusYears(1) : Moments.day(contract.get("startDate"), newYear);
            LocalDate end = odd ? newYear.plusYears(2) : Moments.day(contract.get("endDate"), newYear.plusYears(1));
            int months = sold.get("periodType") instanceof Long period ? MONTHS.get(period.intValue()) : 1;
            if (quirk == ContractQuirk.UNITS_IN_TWO_PERIODS) {
                add(units + 40, newYear.minusDays(15), newYear.plusYears(1));
            }
            for (LocalDate from = begin; from.isBefore(end); from = from.plusMonths(months)) {
                LocalDate to = from.plusMonths(months).minusDays(1);
                if (quirk == ContractQuirk.UNITS_NOT_TODAY && !to.isBefore(newYear)) {
                    break;
                }
                if (quirk == ContractQuirk.UNITS_ADJUSTED) {
                    add(units, from, from.plusDays(9));
                    add(units + 2, from.plusDays(10), to);
                } else {
                    add(units, from, to);
                }
            }
        }

        private void add(int units, LocalDate from, LocalDate to) {
            next(entity, line.get("contractID") instanceof Long contract ? contract : 0L)
                    .put(lineField, line.id())
                    .put(soldField, line.get(soldField))
                    .put("units", units)
                    .put("price", number(line, "unitPrice").multiply(BigDecimal.valueOf(units)))
                    .put("startDate", Moments.of(from))
                    .put("endDate", Moments.of(to))
                    .put("approveAndPostDate", from.isBefore(newYear) ? Moments.of(from) : null);
        }
    }

    private void blocks(Row contract, ContractQuirk quirk, Dice dice) {
        int count = 1 + dice.below(3);
        for (int i = 0; i < count; i++) {
            LocalDate from = newYear.minusMonths(6L * i);
            boolean missing = quirk == ContractQuirk.AMOUNTS_MISSING;
            int hours = 10 * (1 + dice.below(5));
            int used = quirk == ContractQuirk.BLOCK_OVERDRAWN ? hours + 3 : dice.below(hours);
            Row block = next(Entity.CONTRACT_BLOCKS, contract.id())
                    .put("hours", missing ? null : Contracts.money(hours))
                    .put("hoursApproved", missing ? null : new BigDecimal(used + ".2500"))
                    .put("hourlyRate", missing ? null : new BigDecimal("84.5000"));
            bought(block, dice, from, i > 1);
            if (quirk == ContractQuirk.BLOCK_WITHOUT_DATES) {
                block.put("startDate", null).put("endDate", null).put("datePurchased", null);
            }
        }
    }

    private void retainer(Row contract, Dice dice) {
        int amount = 250 * (1 + dice.below(8));
        Row retainer = next(Entity.CONTRACT_RETAINERS, contract.id())
                .put("amount", Contracts.money(amount))
                .put("amountApproved", dice.chance(80) ? new BigDecimal(dice.below(amount) + ".5000") : null);
        bought(retainer, dice, newYear, false);
    }

    private void tickets(Row contract, Dice dice) {
        int tickets = 5 * (1 + dice.below(6));
        Row purchase = next(Entity.CONTRACT_TICKET_PURCHASES, contract.id())
                .put("ticketsPurchased", Contracts.money(tickets))
                .put("ticketsUsed", dice.chance(80) ? Contracts.money(dice.below(tickets)) : null)
                .put("perTicketRate", new BigDecimal("55.0000"));
        bought(purchase, dice, newYear, false);
    }

    private static void bought(Row row, Dice dice, LocalDate from, boolean over) {
        row.put("datePurchased", Moments.of(from))
                .put("startDate", Moments.of(from))
                .put("endDate", Moments.of(from.plusYears(1).minusDays(1)))
                .put("status", over ? 0 : 1)
                .put("isPaid", dice.chance(70))
                .put("invoiceNumber", dice.chance(60) ? dice.fill("INV-####") : "");
    }

    private void milestones(Row contract, Dice dice) {
        List<String> titles = List.of("Kick-off", "Half of it done", "Handed over");
        for (int i = 0; i < titles.size(); i++) {
            next(Entity.CONTRACT_MILESTONES, contract.id())
                    .put("title", titles.get(i))
                    .put("description", i == 2 ? "When the customer has signed.\r\nNot before." : "")
                    .put("amount", dice.chance(95) ? Contracts.money(500L * (1 + dice.below(9))) : null)
                    .put("dateDue", dice.chance(90) ? Moments.of(newYear.plusMonths(3L * i)) : null)
                    .put("status", dice.below(3));
        }
    }

    private static BigDecimal number(Row row, String field) {
        return row.get(field) instanceof BigDecimal number ? number : Contracts.money(0);
    }
}
