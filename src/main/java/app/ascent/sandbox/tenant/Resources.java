package app.ascent.sandbox.tenant;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** The people who work for the tenant, with the accounts that are no people. */
final class Resources {

    static final long ADMINISTRATOR = 4;
    private static final long FIRST = 29_682_880;

    /** Has a login at Ascent, too. */
    static final long OWNER = id(1);

    static final long LEFT = id(5);
    static final long GONE = 29_699_998;

    /** The account by which integrations read. */
    static final long API_USER = id(13);

    private static final List<Integer> ENGINEERS = List.of(6, 6, 7, 7, 7, 8, 8, 8);

    private record Person(String first, String last, String email, String title, boolean active, int license) {}

    private final List<Person> people;

    Resources(String ownerEmail, String apiUser) {
        people = List.of(
                new Person("Autotask", "Administrator", "", "", true, 1),
                new Person("Morgan", "Ellery", ownerEmail, "Managing Director", true, 1),
                colleague("Priya", "Raman", "Service Manager"),
                colleague("Tom", "Fairburn", "Account Manager"),
                colleague("Siân", "Bowen", "Account Manager"),
                new Person("Marcus", "Oduya", "m.oduya@harbourline.example", "Account Manager", false, 1),
                colleague("Lena", "Hoffmann", "Head of Projects"),
                colleague("Joe", "Kershaw", "Engineer"),
                colleague("Aditi", "Mistry", "Engineer"),
                new Person("Colin", "Pratt", "c.pratt@harbourline.example", "Sales", false, 1),
                colleague("Élise", "Marchand", "Account Manager"),
                colleague("Dafydd", "Pugh", "Finance"),
                new Person("Monitoring", "Alerts", "alerts@harbourline.example", "", true, 7),
                new Person("Practice", "Import", apiUser, "", true, 7));
    }

    private static Person colleague(String first, String last, String title) {
        String email =
                Word.parse(first).latin().charAt(0) + "." + Word.parse(last).latin() + "@harbourline.example";
        return new Person(first, last, email, title, true, 1);
    }

    /** One who looks after customers; some have left. */
    static long owner(Dice dice) {
        return id(dice.pick(List.of(1, 2, 3, 3, 3, 4, 4, 4, 5, 10, 10, 9)));
    }

    /** One who does the work of projects. */
    static long engineer(Dice dice) {
        return id(dice.pick(ENGINEERS));
    }

    private static long id(long index) {
        return index == 0 ? ADMINISTRATOR : FIRST + 5 * index;
    }

    Listed rows() {
        Schema schema = Entity.RESOURCES.schema();
        List<Row> rows = IntStream.range(0, people.size())
                .mapToObj(index -> row(schema, index, people.get(index)))
                .toList();
        return new Listed(schema, rows, "title");
    }

    private static Row row(Schema schema, int index, Person person) {
        String initials = person.first().substring(0, 1) + person.last().charAt(0);
        return new Row(schema, id(index))
                .put("dateFormat", "yyyy-MM-dd")
                .put("email", person.email())
                .put("emailTypeCode", person.email().isEmpty() ? null : "PRIMARY")
                .put("firstName", person.first())
                .put("hireDate", Moments.day(2012, index * 97))
                .put("initials", initials)
                .put("internalCost", new BigDecimal("0.0000"))
                .put("isActive", person.active())
                .put("lastName", person.last())
                .put("licenseType", person.license())
                .put("numberFormat", "X,XXX.XX")
                .put("officePhone", index == 0 ? "" : "+44 117 496 0" + (300 + index))
                .put("resourceType", "Employee")
                .put("timeFormat", "HH:mm")
                .put("title", person.title())
                .put("userName", person.first().toLowerCase(Locale.ROOT) + index);
    }
}
