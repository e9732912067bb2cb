package app.ascent.crm;

import app.ascent.identity.OrganizationId;
import app.ascent.record.imports.ImportDeed;
import app.ascent.record.imports.ImportTelling;
import app.ascent.record.imports.Overwritten;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells, in the activity of clients and contacts, what an import overwrote: who, by which run, what was and what is. */
@Service
public class ImportActivity {

    private static final String PRIMARY = "Primary contact";

    private final ImportTelling telling;

    ImportActivity(ImportTelling telling) {
        this.telling = telling;
    }

    @Transactional
    public void clients(OrganizationId organization, ImportDeed deed, List<Overwritten<ClientFields>> records) {
        telling.overwritten(organization, deed, Clients.AUDITED_AS, ClientFields.FIELDS, ClientFields::name, records);
    }

    @Transactional
    public void contacts(OrganizationId organization, ImportDeed deed, List<Overwritten<ContactFields>> records) {
        telling.overwritten(
                organization, deed, Contacts.AUDITED_AS, ContactFields.FIELDS, ContactFields::fullName, records);
    }

    /** Primary contacts that people chose and that gave way. */
    @Transactional
    public void primaries(OrganizationId organization, ImportDeed deed, List<ContactImports.PrimaryLost> lost) {
        List<ImportTelling.Line> lines = new ArrayList<>();
        for (ContactImports.PrimaryLost each : lost) {
            lines.add(new ImportTelling.Line(each.contact().value(), each.name(), PRIMARY, null, "Yes"));
            if (each.holder() != null) {
                lines.add(new ImportTelling.Line(
                        each.holder().value(),
                        Objects.requireNonNullElse(each.holderName(), ""),
                        PRIMARY,
                        "Yes",
                        null));
            }
        }
        telling.lines(organization, deed, Contacts.AUDITED_AS, lines);
    }
}
