package app.ascent.crm;

import app.ascent.identity.OrganizationId;
import app.ascent.record.RecordNames;
import app.ascent.record.imports.ImportDeed;
import app.ascent.record.imports.ImportTelling;
import app.ascent.record.imports.Overwritten;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells, in the activity of clients and contacts, what an import overwrote: who, by which run, what was and what is. */
@Service
public class ImportActivity {

    private static final String PRIMARY = "Primary contact";

    private final RecordNames names;
    private final ImportTelling telling;

    ImportActivity(RecordNames names, ImportTelling telling) {
        this.names = names;
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

    /** Parents that people chose and that gave way. */
    @Transactional
    public void parents(OrganizationId organization, ImportDeed deed, List<ClientImports.ParentLost> lost) {
        if (lost.isEmpty()) {
            return;
        }
        Map<Object, String> called = parentNames(organization, lost);
        telling.lines(
                organization,
                deed,
                Clients.AUDITED_AS,
                lost.stream()
                        .map(each -> new ImportTelling.Line(
                                each.client().value(),
                                called.getOrDefault(each.client(), each.client().toString()),
                                "Parent client",
                                each.before() == null ? null : called.get(each.before()),
                                each.after() == null ? null : called.get(each.after())))
                        .toList());
    }

    private Map<Object, String> parentNames(OrganizationId organization, List<ClientImports.ParentLost> lost) {
        return names.of(
                organization,
                lost.stream()
                        .flatMap(each -> Stream.of(each.client(), each.before(), each.after()))
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet()));
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
