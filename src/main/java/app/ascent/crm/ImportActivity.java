package app.ascent.crm;

import app.ascent.audit.Action;
import app.ascent.audit.Audit;
import app.ascent.audit.AuditedRecord;
import app.ascent.audit.Change;
import app.ascent.identity.OrganizationId;
import app.ascent.record.RecordNames;
import app.ascent.record.field.Differences;
import app.ascent.record.field.FieldChanges;
import app.ascent.record.field.Fields;
import app.ascent.record.imports.ImportDeed;
import app.ascent.record.imports.Overwritten;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells, in the activity of clients and contacts, what an import overwrote: who, by which run, what was and what is. */
@Service
public class ImportActivity {

    private static final String PRIMARY = "Primary contact";

    /** One thing that was changed on one record, in words. */
    private record Line(UUID record, String name, String field, @Nullable String before, @Nullable String after) {}

    private final RecordNames names;
    private final FieldChanges fieldChanges;
    private final Audit audit;

    ImportActivity(RecordNames names, FieldChanges fieldChanges, Audit audit) {
        this.names = names;
        this.fieldChanges = fieldChanges;
        this.audit = audit;
    }

    @Transactional
    public void clients(OrganizationId organization, ImportDeed deed, List<Overwritten<ClientFields>> records) {
        overwritten(organization, deed, Clients.AUDITED_AS, ClientFields.FIELDS, ClientFields::name, records);
    }

    @Transactional
    public void contacts(OrganizationId organization, ImportDeed deed, List<Overwritten<ContactFields>> records) {
        overwritten(organization, deed, Contacts.AUDITED_AS, ContactFields.FIELDS, ContactFields::fullName, records);
    }

    private <F extends Record> void overwritten(
            OrganizationId organization,
            ImportDeed deed,
            String type,
            Fields<F> fields,
            Function<F, String> title,
            List<Overwritten<F>> records) {
        List<Differences> differences = fieldChanges.between(
                organization,
                fields,
                records.stream()
                        .map(each -> new FieldChanges.Pair<>(each.before(), each.after(), field -> each.fields()
                                .contains(field.name())))
                        .toList());
        List<Audit.Told> told = new ArrayList<>();
        for (int i = 0; i < records.size(); i++) {
            Overwritten<F> each = records.get(i);
            told.add(told(
                    deed,
                    type,
                    each.id(),
                    title.apply(each.after()),
                    differences.get(i).changes()));
        }
        tell(organization, deed, told);
    }

    /** Parents that people chose and that gave way. */
    @Transactional
    public void parents(OrganizationId organization, ImportDeed deed, List<ClientImports.ParentLost> lost) {
        if (lost.isEmpty()) {
            return;
        }
        Map<Object, String> called = parentNames(organization, lost);
        lines(
                organization,
                deed,
                Clients.AUDITED_AS,
                lost.stream()
                        .map(each -> new Line(
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
        List<Line> lines = new ArrayList<>();
        for (ContactImports.PrimaryLost each : lost) {
            lines.add(new Line(each.contact().value(), each.name(), PRIMARY, null, "Yes"));
            if (each.holder() != null) {
                lines.add(new Line(
                        each.holder().value(),
                        Objects.requireNonNullElse(each.holderName(), ""),
                        PRIMARY,
                        "Yes",
                        null));
            }
        }
        lines(organization, deed, Contacts.AUDITED_AS, lines);
    }

    /** What is no field of the record itself: parents, primary contacts. */
    private void lines(OrganizationId organization, ImportDeed deed, String type, List<Line> lines) {
        tell(
                organization,
                deed,
                lines.stream()
                        .map(line -> told(
                                deed,
                                type,
                                line.record(),
                                line.name(),
                                List.of(new Change(line.field(), line.before(), line.after()))))
                        .toList());
    }

    private void tell(OrganizationId organization, ImportDeed deed, List<Audit.Told> entries) {
        audit.recordAll(organization, deed.by(), Action.UPDATE, entries);
    }

    private static Audit.Told told(ImportDeed deed, String type, UUID id, String name, List<Change> changes) {
        List<Change> all = new ArrayList<>();
        all.add(new Change(Audit.HAPPENED, null, deed.what()));
        all.addAll(changes);
        return new Audit.Told(new AuditedRecord(type, id.toString(), name), all);
    }
}
