package app.ascent.sandbox.tenant;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The tenant's companies: its own first, then customers, vendors and the rest. */
final class Companies implements Records {

    private static final int SMALL_IDS = 13;
    private static final long FIRST_LARGE_ID = 29_683_000;
    private static final int FAMILY = 24;

    private static final long POUND = 1;
    private static final long EURO = 3;
    private static final long STANDARD = 1;
    private static final long SMALL_BUSINESS = 2;

    /** A category into which nobody sorts any more. */
    private static final long FORMER_FRANCHISE = 5;

    /** The tags of the word lists, in the order of the tenant's market segments. */
    private static final List<String> SEGMENTS = List.of(
            "manufacturing",
            "health",
            "professional",
            "finance",
            "retail",
            "construction",
            "hospitality",
            "education",
            "transport",
            "charity",
            "property");

    private static final long FIRST_SEGMENT = 29_683_456;

    private final long seed;
    private final int size;
    private final Countries countries;
    private final CompanyNames names;

    Companies(long seed, int size, Words words, Countries countries) {
        this.seed = seed;
        this.size = size;
        this.countries = countries;
        this.names = new CompanyNames(seed, words);
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public long idAt(long index) {
        if (index < SMALL_IDS) {
            return index == 0 ? 0 : 100 + 37 * index;
        }
        return FIRST_LARGE_ID + 4 * (index - SMALL_IDS) + new Dice(seed, "company id", index).below(4);
    }

    CompanyName nameOf(long index) {
        return names.of(index);
    }

    Region regionOf(long index) {
        return names.regionOf(index);
    }

    Countries countries() {
        return countries;
    }

    @Override
    public Row at(long index) {
        var dice = new Dice(seed, "company", index);
        Region region = regionOf(index);
        CompanyQuirk quirk = CompanyQuirk.of(index);
        CompanyName name = nameOf(quirk == CompanyQuirk.NAME_TWICE ? index - 1 : index);
        Row row = new Row(Entity.COMPANIES.schema(), idAt(index));
        row.put("companyName", name.text());
        if (index == 0) {
            row.put("companyNumber", "0").put("companyType", 8).put("billToAttention", null);
        } else {
            row.put("companyNumber", dice.chance(70) ? "C-" + (1000 + index) : "");
            type(row, dice);
        }
        address(row, region, dice);
        if (index == 0) {
            row.put("address1", "1 Harbour View")
                    .put("city", "Bristol")
                    .put("state", "Bristol")
                    .put("postalCode", "BS1 4QA");
        }
        business(row, name, region, dice);
        dates(row, index, dice);
        sorted(row, index);
        Long parent = parentOf(index, quirk);
        row.put("parentCompanyID", parent);
        userFields(row, dice);
        quirk.spoil(row);
        return row;
    }

    private static void type(Row row, Dice dice) {
        int share = dice.below(100);
        int type =
                share < 62 ? 1 : share < 75 ? 3 : share < 83 ? 2 : share < 91 ? 7 : share < 95 ? 8 : share < 97 ? 4 : 6;
        boolean over = type == 6 || type == 4;
        row.put("companyType", type).put("isActive", over ? dice.chance(8) : dice.chance(93));
    }

    private void address(Row row, Region region, Dice dice) {
        Region.City city = dice.pick(region.cities());
        row.put("address1", dice.fill(dice.pick(region.streets())))
                .put("address2", dice.chance(15) ? dice.fill("Floor #") : "")
                .put("additionalAddressInformation", dice.chance(4) ? dice.fill("Building ?") : "")
                .put("city", city.name())
                .put("state", city.state())
                .put("postalCode", dice.fill(city.postalCode()))
                .put("countryID", countries.idOf(region))
                .put("phone", dice.fill(dice.pick(region.phones())))
                .put("alternatePhone1", dice.chance(12) ? dice.fill(dice.pick(region.mobiles())) : "")
                .put("fax", dice.chance(6) ? dice.fill(dice.pick(region.phones())) : "");
    }

    private static void business(Row row, CompanyName name, Region region, Dice dice) {
        boolean near = row.get("state") instanceof String state && state.matches("Bristol|Somerset|Devon|Gl.*");
        boolean isles = region.code().equals("GB") || region.code().equals("IE");
        String www = dice.pick(List.of("www.", "www.", "https://www.", "https://", "http://", ""));
        row.put("classification", dice.chance(60) ? 203 + dice.below(3) : null)
                .put("marketSegmentID", name.segment().isEmpty() ? null : segment(name.segment()))
                .put("territoryID", near ? 29_682_778 : isles ? 29_682_779 : 29_682_780)
                .put("ownerResourceID", Resources.owner(dice))
                .put("createdByResourceID", dice.chance(30) ? Resources.ADMINISTRATOR : Resources.owner(dice))
                .put("isClientPortalActive", dice.chance(40))
                .put("isTaxExempt", dice.chance(5))
                .put("sicCode", dice.chance(10) ? dice.fill("####") : "")
                .put("surveyCompanyRating", dice.chance(20) ? BigDecimal.valueOf(30_000 + dice.below(20_000), 4) : null)
                .put("taxID", dice.chance(35) ? dice.fill(region.code() + "#########") : dice.chance(20) ? " " : "")
                .put("webAddress", dice.chance(80) ? www + name.domain() : "");
    }

    private static Long segment(String tag) {
        return FIRST_SEGMENT + Math.max(0, SEGMENTS.indexOf(tag));
    }

    /** Rolled apart from everything else, so that a further field leaves the tenant as it was. */
    private void sorted(Row row, long index) {
        var dice = new Dice(seed, "company category", index);
        int share = dice.below(100);
        boolean euro = row.get("countryID") instanceof Long country && countries.paysInEuro(country);
        row.put("companyCategoryID", share < 70 ? STANDARD : share < 95 ? SMALL_BUSINESS : FORMER_FRANCHISE)
                .put("currencyID", euro ? EURO : POUND);
    }

    private static void dates(Row row, long index, Dice dice) {
        int since = (int) Math.min(3900, index * 3900 / 420);
        row.put("createDate", Moments.within(dice, 2011 + since / 366, 300))
                .put("lastActivityDate", Moments.within(dice, 2025, 640))
                .put("lastTrackedModifiedDateTime", dice.chance(85) ? Moments.within(dice, 2023, 1200) : null);
    }

    /** Some companies belong to the first of their family of {@value #FAMILY}; that one belongs to nobody. */
    private @Nullable Long parentOf(long index, CompanyQuirk quirk) {
        if (index == 0) {
            return null;
        }
        if (quirk == CompanyQuirk.PARENT_CIRCLE || quirk == CompanyQuirk.PARENT_LATER) {
            return idAt(index + 1);
        }
        if (CompanyQuirk.of(index - 1) == CompanyQuirk.PARENT_CIRCLE) {
            return idAt(index - 1);
        }
        boolean member = index % FAMILY != 0 && index > FAMILY && new Dice(seed, "parent", index).chance(12);
        return member ? idAt(index - index % FAMILY) : null;
    }

    private static void userFields(Row row, Dice dice) {
        row.putUser("Region", dice.chance(30) ? "North" : dice.chance(10) ? "South" : null)
                .putUser("Seats", dice.below(120) + ".0000")
                .putUser("SLA signed", dice.chance(25) ? dice.fill("202#-0") + (1 + dice.below(9)) + "-15" : null)
                .putUser("Portal password", dice.chance(8) ? "*****" : null)
                .putUser("Legacy ref", dice.chance(20) ? dice.fill("ACC/####") : null)
                .putUser("Backup: \"offsite\" copy", dice.chance(40) ? "Yes" : dice.chance(20) ? "No" : null)
                .putUser("Phone", dice.chance(5) ? "see above" : null);
    }

    @Override
    public void edit(Row row, int revision) {
        String phone = String.format(Locale.ROOT, "+44 117 496 09%02d", revision % 100);
        row.put("phone", phone)
                .put("lastActivityDate", Moments.day(2026, 300).plusSeconds(revision))
                .put("lastTrackedModifiedDateTime", Moments.day(2026, 300).plusSeconds(revision));
    }
}
