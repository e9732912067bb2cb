package app.ascent.sandbox.tenant;

import java.util.Arrays;
import java.util.Optional;

/** The kinds of record the practice tenant has; {@code path} is the segment of the address. */
public enum Entity {
    COMPANIES("Companies"),
    COMPANY_CATEGORIES("CompanyCategories"),
    CONTACTS("Contacts"),
    COUNTRIES("Countries"),
    CURRENCIES("Currencies"),
    RESOURCES("Resources");

    private final String path;
    private final Schema schema;

    Entity(String path) {
        this.path = path;
        this.schema = FieldTable.read(path);
    }

    public String path() {
        return path;
    }

    public Schema schema() {
        return schema;
    }

    public static Optional<Entity> ofPath(String segment) {
        return Arrays.stream(values())
                .filter(entity -> entity.path.equalsIgnoreCase(segment))
                .findFirst();
    }
}
