package app.ascent.importing.contact;

import app.ascent.crm.ContactFields;
import app.ascent.importing.Dictionaries;
import app.ascent.importing.Owner;
import app.ascent.importing.Payload;
import app.ascent.migration.spi.Mapped;
import app.ascent.migration.spi.Mapped.Ready;
import app.ascent.migration.spi.References.Resolution;
import app.ascent.migration.spi.SourceId;
import app.ascent.migration.spi.SourceRef;
import app.ascent.migration.spi.TargetId;
import java.util.Map;
import java.util.UUID;

/** Maps a contact as the tests of the mapper do: with tables of their own, and a company that was imported. */
final class ContactMapping {

    static final SourceId ID = new SourceId(3001);
    static final UUID CLIENT = UUID.fromString("0190f3d2-0000-7000-8000-0000000000c1");

    static Ready<ContactFields> map(Payload payload) {
        return (Ready<ContactFields>) map(payload, new Resolution.Loaded(new TargetId(CLIENT)));
    }

    static Mapped<ContactFields> map(Payload payload, Resolution company) {
        Map<SourceRef, Resolution> resolved = Map.of(new SourceRef(Owner.CLIENT.type(), new SourceId(174)), company);
        AutotaskContact contact = payload.as(AutotaskContact.class);
        return ContactMapper.map(ID, contact, Dictionaries.references(ContactMapper.lookUps(contact), resolved));
    }

    private ContactMapping() {}
}
