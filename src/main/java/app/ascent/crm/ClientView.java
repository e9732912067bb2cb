package app.ascent.crm;

import app.ascent.record.Provenance;
import app.ascent.record.field.Entered;
import app.ascent.record.table.RecordView;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A client as lists, pages and the API show it. */
public record ClientView(
        ClientId id,
        ClientFields fields,
        @Nullable ClientId parent,
        @Nullable ContactId primaryContact,
        @Nullable Provenance source,
        Instant created,
        Instant updated,
        long version)
        implements RecordView<ClientId, ClientFields> {

    @Override
    public String name() {
        return fields.name();
    }

    @Override
    public Entered entered() {
        return Entered.of(ClientFields.FIELDS, fields)
                .with(ClientRules.PARENT, parent)
                .with(Entered.VERSION, version);
    }
}
