package app.ascent.record.table;

import app.ascent.audit.Audit;
import app.ascent.record.DependentRecords;
import app.ascent.record.RecordHolds;
import app.ascent.record.RecordMentions;
import app.ascent.record.field.FieldChanges;
import org.springframework.stereotype.Component;

/** What each {@link RecordDesk} needs beside its own kind. */
@Component
public record DeskServices(
        FieldChanges changes, DependentRecords dependents, RecordHolds holds, RecordMentions mentions, Audit audit) {}
