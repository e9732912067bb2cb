package app.ascent.sandbox.tenant;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the tenant has agreed with its customers. A provider of this size has some hundred contracts, however many
 * companies are in its books. Their terms lie around the year in which the tenant is opened, so that there are
 * always contracts that run, end soon, and have ended.
 */
final class Contracts {

    static final long TIME_AND_MATERIALS = 1;
    static final long FIXED_PRICE = 3;
    static final long BLOCK_HOURS = 4;
    static final long RETAINER = 6;
    static final long RECURRING = 7;
    static final long PER_TICKET = 8;

    private static final Map<Entity, String> EDITED = Map.of(
            Entity.CONTRACT_BLOCKS, "hoursApproved",
            Entity.CONTRACT_MILESTONES, "title",
            Entity.CONTRACT_RETAINERS, "amountApproved",
            Entity.CONTRACT_SERVICES, "unitPrice",
            Entity.CONTRACT_SERVICE_BUNDLES, "unitPrice",
            Entity.CONTRACT_SERVICE_BUNDLE_UNITS, "units",
            Entity.CONTRACT_SERVICE_UNITS, "units",
            Entity.CONTRACT_TICKET_PURCHASES, "ticketsUsed");
    private static final List<Integer> CATEGORIES = List.of(12, 12, 14);
    private static final int SMALL_IDS = 6;
    private static final long FIRST_LARGE_ID = 29_688_000;

    private final long seed;
    private final Companies companies;
    private final Contacts contacts;
    private final LocalDate newYear;
    private final List<Row> rows = new ArrayList<>();
    private final ContractParts parts;

    Contracts(long seed, int most, Companies companies, Contacts contacts, int year) {
        this.seed = seed;
        this.companies = companies;
        this.contacts = contacts;
        this.newYear = LocalDate.of(year, 1, 1);
        this.parts = new ContractParts(newYear);
        long size = Math.min(most, companies.size() * 2 / 5);
        for (int index = 0; index < size; index++) {
            rows.add(contract(index));
        }
    }

    Map<Entity, Listed> tables() {
        Map<Entity, Listed> tables = new EnumMap<>(Entity.class);
        EDITED.forEach((entity, field) -> tables.put(entity, new Listed(entity.schema(), parts.rows(entity), field)));
        tables.put(Entity.CONTRACTS, new Listed(Entity.CONTRACTS.schema(), rows, "description"));
        return tables;
    }

    /** By company: the first of its contracts. */
    static Map<Long, Long> ofCompanies(List<Row> contracts) {
        Map<Long, Long> first = new HashMap<>();
        contracts.forEach(contract -> {
            if (contract.get("companyID") instanceof Long company) {
                first.putIfAbsent(company, contract.id());
            }
        });
        return first;
    }

    /** One of the small ones, 174, is that of a company, too. */
    private static long idOf(int index) {
        return index < SMALL_IDS ? 150 + 12 * index : FIRST_LARGE_ID + 3L * index;
    }

    private Row contract(int index) {
        var dice = new Dice(seed, "contract", index);
        ContractQuirk quirk = ContractQuirk.of(index);
        long company = 1L + dice.below((int) companies.size() - 1);
        long contact = Contacts.STAFF + company - 1;
        long type = type(dice.below(100));
        LocalDate start = newYear.minusMonths(dice.below(30));
        LocalDate end = start.plusYears(1 + dice.below(4)).minusDays(1);
        Row row = new Row(Entity.CONTRACTS.schema(), idOf(index))
                .put("companyID", companies.idAt(company))
                .put("contactID", contact < contacts.size() && dice.chance(60) ? contacts.idAt(contact) : null)
                .put("contractName", name(type, companies.nameOf(company).text()))
                .put("contractNumber", dice.chance(60) ? "AG-" + (2100 + index) : "")
                .put("contractType", type)
                .put("contractPeriodType", type == RECURRING ? 1 : null)
                .put("contractCategory", dice.chance(70) ? dice.pick(CATEGORIES) : null)
                .put("serviceLevelAgreementID", dice.chance(40) ? 1 + dice.below(2) : null)
                .put("startDate", Moments.of(start))
                .put("endDate", Moments.of(end))
                .put("status", end.isBefore(newYear) || dice.chance(6) ? 0 : 1)
                .put("isDefaultContract", dice.chance(30))
                .put("purchaseOrderNumber", dice.chance(20) ? dice.fill("PO-#####") : "")
                .put("setupFee", new BigDecimal(dice.chance(15) ? "450.0000" : "0.0000"))
                .put("estimatedRevenue", type == RECURRING ? money(0) : money(500 + dice.below(20_000)))
                .put("estimatedCost", money(0))
                .put("estimatedHours", money(type == BLOCK_HOURS ? 10 * dice.below(10) : 0))
                .put("renewedContractID", renewal(index, quirk))
                .put("exclusionContractID", quirk == ContractQuirk.EXCLUSION ? idOf(index + 1) : null)
                .put("lastModifiedDateTime", Moments.within(dice, newYear.getYear() - 2, 700));
        row.putUser("Signed by", dice.chance(20) ? "R. Bloom" : null)
                .putUser("Review due", dice.chance(15) ? newYear.plusMonths(6) + "" : null)
                .putUser("Seats agreed", dice.below(60) + ".0000")
                .putUser("Portal password", dice.chance(5) ? "*****" : null);
        quirk.spoil(row);
        parts.add(row, quirk, dice);
        return row;
    }

    private static long type(int share) {
        return share < 45
                ? RECURRING
                : share < 65
                        ? BLOCK_HOURS
                        : share < 73
                                ? RETAINER
                                : share < 81 ? PER_TICKET : share < 90 ? FIXED_PRICE : TIME_AND_MATERIALS;
    }

    private static String name(long type, String company) {
        String what =
                switch ((int) type) {
                    case (int) RECURRING -> "Managed Services";
                    case (int) BLOCK_HOURS -> "Prepaid hours";
                    case (int) RETAINER -> "Retainer";
                    case (int) PER_TICKET -> "Ticket pack";
                    case (int) FIXED_PRICE -> "Office move";
                    default -> "Work on demand";
                };
        return what + " " + company.substring(0, Math.min(60, company.length()));
    }

    /** A contract names the one that took its place. */
    private static @Nullable Long renewal(int index, ContractQuirk quirk) {
        return switch (quirk) {
            case RENEWED, RENEWED_TWICE, RENEWED_IN_A_CIRCLE -> idOf(index + 1);
            default ->
                switch (ContractQuirk.of(index - 1)) {
                    case RENEWED_TWICE -> idOf(index + 1);
                    case RENEWED_IN_A_CIRCLE -> idOf(index - 1);
                    default -> null;
                };
        };
    }

    static BigDecimal money(long whole) {
        return BigDecimal.valueOf(whole).setScale(4);
    }
}
