package app.ascent.crm;

import app.ascent.record.Provenance;
import app.ascent.record.field.Entered;
import app.ascent.record.table.RecordView;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A contact as lists, pages and the API show it. */
public record ContactView(
        ContactId id,
        ContactFields fields,
        String clientName,
        boolean primary,
        @Nullable Provenance source,
        Instant created,
        Instant updated,
        long version)
        implements RecordView<ContactId, ContactFields> {

    /** {@code Ana Müller}. */
    @Override
    public String name() {
        return fields.fullName();
    }

    @Override
    public Entered entered() {
        return Entered.of(ContactFields.FIELDS, fields)
                .with(ContactRules.PRIMARY, primary)
                .with(Entered.VERSION, version);
    }
}
