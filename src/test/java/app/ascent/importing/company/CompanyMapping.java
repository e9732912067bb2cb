package app.ascent.importing.company;

import app.ascent.crm.ClientFields;
import app.ascent.importing.Dictionaries;
import app.ascent.importing.Payload;
import app.ascent.migration.spi.Dictionary;
import app.ascent.migration.spi.Mapped;
import app.ascent.migration.spi.Mapped.Ready;
import app.ascent.migration.spi.References;
import app.ascent.migration.spi.SourceId;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Maps a company as the tests of the mapper do: with tables of their own, and no other record in sight. */
final class CompanyMapping {

    static final SourceId ID = new SourceId(174);

    static Ready<ClientFields> map(Payload payload) {
        return (Ready<ClientFields>) map(ID, payload);
    }

    static Mapped<ClientFields> map(SourceId id, Payload payload) {
        return CompanyMapper.map(
                id, payload.as(AutotaskCompany.class), new References(Dictionaries.tenant(), Map.of()));
    }

    /** With a further table. */
    static Ready<ClientFields> map(Payload payload, String table, Dictionary.Entry... entries) {
        Map<String, Dictionary.Entry> rows =
                Arrays.stream(entries).collect(Collectors.toMap(Dictionary.Entry::value, Function.identity()));
        Dictionary dictionary = Dictionaries.tenant().and(new Dictionary(Map.of(table, rows)));
        return (Ready<ClientFields>)
                CompanyMapper.map(ID, payload.as(AutotaskCompany.class), new References(dictionary, Map.of()));
    }

    private CompanyMapping() {}
}
