package app.ascent.sandbox.tenant;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The people of the tenant's companies: own staff first, then one of each company, then all the others. */
final class Contacts implements Records {

    /** How many of the first contacts are the tenant's own people. */
    static final int STAFF = 10;

    private static final int SMALL_IDS = 9;
    private static final long FIRST_LARGE_ID = 30_684_000;
    private static final long FIRST_LONG_ID = 4_294_967_396L;

    private final long seed;
    private final int size;
    private final Companies companies;
    private final Words words;

    Contacts(long seed, int size, Companies companies, Words words) {
        this.seed = seed;
        this.size = size;
        this.companies = companies;
        this.words = words;
    }

    @Override
    public long size() {
        return size;
    }

    /** Small ones, then ids of the usual size; the last two, and what is added later, need more than 32 bits. */
    @Override
    public long idAt(long index) {
        if (index >= size - 2) {
            return FIRST_LONG_ID + 3 * (index - size);
        }
        if (index < SMALL_IDS) {
            return 31 + 23 * index;
        }
        return FIRST_LARGE_ID + 3 * (index - SMALL_IDS) + new Dice(seed, "contact id", index).below(3);
    }

    long companyOf(long index) {
        if (ContactQuirk.of(index) == ContactQuirk.EMAIL_SHARED) {
            return companyOf(index - 1);
        }
        if (index < STAFF) {
            return 0;
        }
        long others = companies.size() - 1;
        var dice = new Dice(seed, "contact's company", index);
        long first = index - STAFF + 1;
        if (first <= others && !dice.chance(4)) {
            return first;
        }
        // The older a company, the more people it has.
        return Math.min(others, 1 + (long) (others * Math.pow(dice.fraction(), 1.7)));
    }

    private boolean isPrimary(long index) {
        boolean first = index == 0 || (index >= STAFF && index - STAFF + 1 < companies.size());
        return first
                && !new Dice(seed, "primary", index).chance(9)
                && companyOf(index) == Math.max(0, index - STAFF + 1);
    }

    @Override
    public Row at(long index) {
        long company = companyOf(index);
        var dice = new Dice(seed, "contact", index);
        Region region = dice.chance(92) ? companies.regionOf(company) : words.region(dice);
        Row row = new Row(Entity.CONTACTS.schema(), idAt(index));
        boolean woman = dice.chance(52);
        Word first = dice.pick(woman ? region.women() : region.men());
        Word last = dice.pick(region.surnames());
        ContactQuirk quirk = ContactQuirk.of(index);
        row.put("firstName", first.text())
                .put("lastName", last.text())
                .put("middleInitial", dice.chance(8) ? dice.fill("?.") : "")
                .put("namePrefix", dice.chance(45) ? dice.chance(4) ? 3 : woman ? 2 : 1 : null)
                .put("nameSuffix", dice.chance(1) ? 1 + dice.below(3) : null)
                .put("companyID", companies.idAt(company))
                .put("emailAddress", email(quirk, index, company, first, last, dice))
                .put("primaryContact", isPrimary(index))
                .put("isActive", isPrimary(index) || dice.chance(90) ? 1 : 0);
        work(row, dice);
        reach(row, region, dice);
        dates(row, index, dice);
        row.putUser("VIP", dice.chance(6) ? "Yes" : dice.chance(30) ? "No" : null)
                .putUser("Birthday", dice.chance(3) ? dice.fill("19#") + dice.below(10) + "-03-17" : null)
                .putUser("Door code", dice.chance(2) ? "*****" : null);
        quirk.spoil(row);
        return row;
    }

    private @Nullable String email(ContactQuirk quirk, long index, long company, Word first, Word last, Dice dice) {
        String domain = companies.nameOf(company).domain();
        boolean shares = quirk == ContactQuirk.EMAIL_SHARED;
        if (shares || ContactQuirk.of(index + 1) == ContactQuirk.EMAIL_SHARED) {
            return "office@" + domain;
        }
        if (quirk == ContactQuirk.NONE && dice.chance(5)) {
            return dice.chance(50) ? null : "";
        }
        String given = first.latin().replace("-", "");
        String family = last.latin().replace("-", "");
        return switch ((int) (company % 4)) {
            case 0, 1 -> given + "." + family + "@" + domain;
            case 2 -> capital(given) + "." + capital(family) + "@" + domain;
            default -> given.charAt(0) + family + "@" + domain;
        };
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    private void work(Row row, Dice dice) {
        boolean optedOut = dice.chance(5);
        row.put("title", dice.chance(75) ? dice.pick(words.list("titles")) : "")
                .put("note", dice.chance(7) ? dice.pick(words.list("notes")) : "")
                .put("roomNumber", dice.chance(3) ? dice.fill("?##") : "")
                .put("receivesEmailNotifications", dice.chance(88))
                .put("billingContact", dice.chance(7))
                .put("isOptedOutFromBulkEmail", optedOut)
                .put("bulkEmailOptOutTime", optedOut ? Moments.within(dice, 2022, 900) : null)
                .put("solicitationOptOut", dice.chance(2))
                .put("surveyOptOut", dice.chance(4))
                .put("externalID", dice.chance(10) ? dice.fill("AD-#####") : "")
                .put("linkedInUrl", dice.chance(9) ? "www.linkedin.example/in/" + row.id() : "");
    }

    private void reach(Row row, Region region, Dice dice) {
        row.put("phone", dice.chance(85) ? dice.fill(dice.pick(region.phones())) : "")
                .put("extension", dice.chance(20) ? dice.fill("###") : "")
                .put("mobilePhone", dice.chance(55) ? dice.fill(dice.pick(region.mobiles())) : "")
                .put("alternatePhone", dice.chance(5) ? dice.fill(dice.pick(region.phones())) : "");
        if (dice.chance(40)) {
            Region.City city = dice.pick(region.cities());
            row.put("addressLine", dice.fill(dice.pick(region.streets())))
                    .put("addressLine1", dice.chance(15) ? dice.fill("Floor #") : "")
                    .put("city", city.name())
                    .put("state", city.state())
                    .put("zipCode", dice.fill(city.postalCode()))
                    .put("countryID", companies.countries().idOf(region))
                    .put("companyLocationID", dice.chance(30) ? 5100 + dice.below(400) : null);
        }
    }

    private static void dates(Row row, long index, Dice dice) {
        int year = 2012 + (int) Math.min(10, index / 260);
        row.put("createDate", Moments.within(dice, year, 360))
                .put("lastModifiedDate", dice.chance(80) ? Moments.within(dice, 2024, 900) : null)
                .put("lastActivityDate", dice.chance(70) ? Moments.within(dice, 2025, 640) : null);
    }

    @Override
    public void edit(Row row, int revision) {
        List<String> titles = words.list("titles");
        row.put("title", titles.get(revision % titles.size()) + " (acting)")
                .put("lastModifiedDate", Moments.day(2026, 300).plusSeconds(revision))
                .put("lastActivityDate", Moments.day(2026, 300).plusSeconds(revision));
    }
}
