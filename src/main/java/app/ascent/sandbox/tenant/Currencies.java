package app.ascent.sandbox.tenant;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** The currencies the tenant invoices in, by their codes. */
final class Currencies implements Records {

    static final long POUND = 1;
    static final long EURO = 3;

    private static final Schema SCHEMA = Schema.of(
            "Currency",
            """
            id                     long       required ro
            currencyNegativeFormat string/10  required
            currencyPositiveFormat string/10  required
            description            string/100 required ro
            displaySymbol          integer    required 1
            exchangeRate           decimal    required
            isActive               boolean    required true
            isInternalCurrency     boolean    required ro false
            lastModifiedDateTime   datetime   ro
            name                   string/3   required ro
            updateResourceId       integer    ro ->Resource""",
            Map.of(),
            null);

    private record Currency(long id, String code, String description, String sign, String rate) {}

    private final List<Currency> currencies = List.of(
            new Currency(POUND, "GBP", "Pound Sterling", "£", "1.0000"),
            new Currency(EURO, "EUR", "Euro", "€", "1.1600"));

    @Override
    public Schema schema() {
        return SCHEMA;
    }

    @Override
    public long size() {
        return currencies.size();
    }

    @Override
    public long idAt(long index) {
        // Added ones stand behind the last.
        int known = (int) Math.min(index, size() - 1);
        return currencies.get(known).id() + (index - known);
    }

    @Override
    public Row at(long index) {
        Currency currency = currencies.get((int) Math.min(index, size() - 1));
        return new Row(SCHEMA, idAt(index))
                .put("currencyNegativeFormat", "-" + currency.sign() + "n")
                .put("currencyPositiveFormat", currency.sign() + "n")
                .put("description", currency.description())
                .put("exchangeRate", new BigDecimal(currency.rate()))
                .put("isInternalCurrency", currency.id() == POUND)
                .put("name", currency.code());
    }

    @Override
    public void edit(Row row, int revision) {
        row.put("exchangeRate", BigDecimal.valueOf(10_000L + revision, 4));
    }
}
