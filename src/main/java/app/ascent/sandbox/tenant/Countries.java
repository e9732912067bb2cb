package app.ascent.sandbox.tenant;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** The countries of the tenant; its numbers are not those of any standard, and some no longer exist. */
record Countries(Listed rows, Map<String, Long> idsByCode) {

    static final long NETHERLANDS_ANTILLES = 155;
    static final long CZECHOSLOVAKIA = 60;

    /** No such country. */
    static final long UNKNOWN = 999;

    private static final List<String> EURO = List.of("AT", "BE", "DE", "ES", "FI", "FR", "IE", "IT", "NL", "PT");

    static Countries read() {
        Listed rows = Listed.read(Entity.COUNTRIES);
        return new Countries(
                rows,
                rows.rows().stream().collect(Collectors.toMap(row -> String.valueOf(row.get("countryCode")), Row::id)));
    }

    long idOf(Region region) {
        return idsByCode.getOrDefault(region.code(), UNKNOWN);
    }

    boolean paysInEuro(long country) {
        return EURO.stream().anyMatch(code -> Objects.equals(idsByCode.get(code), country));
    }
}
