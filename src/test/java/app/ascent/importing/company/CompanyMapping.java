package app.ascent.importing.company;

import app.ascent.crm.ClientFields;
import app.ascent.importing.Dictionaries;
import app.ascent.importing.Payload;
import app.ascent.migration.spi.Lookup;
import app.ascent.migration.spi.Mapped;
import app.ascent.migration.spi.Mapped.Ready;
import app.ascent.migration.spi.SourceId;
import java.util.Map;

/** Maps a company as the tests of the mapper do: with tables of their own, and no other record in sight. */
final class CompanyMapping {

    static final SourceId ID = new SourceId(174);

    static Ready<ClientFields> map(Payload payload) {
        return (Ready<ClientFields>) map(ID, payload);
    }

    static Mapped<ClientFields> map(SourceId id, Payload payload) {
        return map(id, payload, Map.of());
    }

    /** With further rows of other tables. */
    static Ready<ClientFields> map(Payload payload, Map<Lookup.Key, Object> rows) {
        return (Ready<ClientFields>) map(ID, payload, rows);
    }

    private static Mapped<ClientFields> map(SourceId id, Payload payload, Map<Lookup.Key, Object> rows) {
        AutotaskCompany company = payload.as(AutotaskCompany.class);
        return CompanyMapper.map(id, company, Dictionaries.references(CompanyMapper.lookUps(company), Map.of(), rows));
    }

    private CompanyMapping() {}
}
