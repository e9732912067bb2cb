package app.ascent.record.imports;

import app.ascent.audit.Action;
import app.ascent.audit.Audit;
import app.ascent.audit.AuditedRecord;
import app.ascent.audit.Change;
import app.ascent.identity.OrganizationId;
import app.ascent.record.field.Differences;
import app.ascent.record.field.FieldChanges;
import app.ascent.record.field.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells, in the activity of records, what an import overwrote: who, by which run, what was and what is. */
@Component
public class ImportTelling {

    /** One thing that was changed on one record and that is no field of it, in words. */
    public record Line(UUID record, String name, String field, @Nullable String before, @Nullable String after) {}

    private final FieldChanges fieldChanges;
    private final Audit audit;

    ImportTelling(FieldChanges fieldChanges, Audit audit) {
        this.fieldChanges = fieldChanges;
        this.audit = audit;
    }

    /**
     * @param type what audit entries call such a record
     * @param title a record's name
     */
    @Transactional
    public <F extends Record> void overwritten(
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
        audit.recordAll(organization, deed.by(), Action.UPDATE, told);
    }

    /** @param type what audit entries call such a record */
    @Transactional
    public void lines(OrganizationId organization, ImportDeed deed, String type, List<Line> lines) {
        audit.recordAll(
                organization,
                deed.by(),
                Action.UPDATE,
                lines.stream()
                        .map(line -> told(
                                deed,
                                type,
                                line.record(),
                                line.name(),
                                List.of(new Change(line.field(), line.before(), line.after()))))
                        .toList());
    }

    private static Audit.Told told(ImportDeed deed, String type, UUID id, String name, List<Change> changes) {
        List<Change> all = new ArrayList<>();
        all.add(new Change(Audit.HAPPENED, null, deed.what()));
        all.addAll(changes);
        return new Audit.Told(new AuditedRecord(type, id.toString(), name), all);
    }
}
