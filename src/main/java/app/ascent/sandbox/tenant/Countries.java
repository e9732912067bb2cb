package app.ascent.sandbox.tenant;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** The countries of the tenant; its numbers are not those of any standard, and some no longer exist. */
final class Countries implements Records {

    static final long NETHERLANDS_ANTILLES = 155;
    static final long CZECHOSLOVAKIA = 60;

    /** No such country. */
    static final long UNKNOWN = 999;

    private static final Schema SCHEMA = Schema.of(
            "Country",
            """
            id                      long       required ro
            addressFormatID         integer    required 1
            countryCode             string/2   ro
            displayName             string/100 required
            invoiceTemplateID       integer    ->InvoiceTemplate
            isActive                boolean    true
            isDefaultCountry        boolean    false
            name                    string/100 ro
            purchaseOrderTemplateID integer
            quoteTemplateID         integer    ->QuoteTemplate""",
            Map.of(),
            null);

    private static final List<String> EURO = List.of("AT", "BE", "DE", "ES", "FI", "FR", "IE", "IT", "NL", "PT");

    private final List<String[]> lines = Words.lines("sandbox/countries.txt").stream()
            .map(line -> line.split("\\|"))
            .toList();
    private final Map<String, Long> idsByCode = new HashMap<>();

    Countries() {
        lines.forEach(line -> idsByCode.put(line[1], Long.valueOf(line[0])));
    }

    long idOf(Region region) {
        return idsByCode.getOrDefault(region.code(), UNKNOWN);
    }

    boolean paysInEuro(long country) {
        return EURO.stream().anyMatch(code -> Objects.equals(idsByCode.get(code), country));
    }

    @Override
    public Schema schema() {
        return SCHEMA;
    }

    @Override
    public long size() {
        return lines.size();
    }

    @Override
    public long idAt(long index) {
        // Added ones stand behind the last.
        int known = (int) Math.min(index, size() - 1);
        return Long.parseLong(lines.get(known)[0]) + (index - known);
    }

    @Override
    public Row at(long index) {
        String[] line = lines.get((int) Math.min(index, size() - 1));
        return new Row(SCHEMA, idAt(index))
                .put("countryCode", line[1])
                .put("displayName", line[2])
                .put("isActive", line[3].equals("yes"))
                .put("isDefaultCountry", line[1].equals("GB"))
                .put("name", line[2].toUpperCase(Locale.ROOT));
    }

    @Override
    public void edit(Row row, int revision) {
        row.put("displayName", row.get("displayName") + " " + revision);
    }
}
