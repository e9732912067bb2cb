package app.ascent.record.page;

import app.ascent.audit.Audit;
import app.ascent.identity.CurrentUser;
import app.ascent.identity.OrganizationId;
import app.ascent.record.field.Fields;
import app.ascent.web.LastPage;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Component;

/** What was done to a record, the latest first, in the words of its own page. */
@Component
public class RecordActivity {

    private static final int ROWS = 25;

    private final Audit audit;
    private final FieldValues values;
    private final CurrentUser currentUser;

    RecordActivity(Audit audit, FieldValues values, CurrentUser currentUser) {
        this.audit = audit;
        this.values = values;
        this.currentUser = currentUser;
    }

    /**
     * @param auditedAs what audit entries call such a record
     * @param fields of such a record
     * @param page that was asked for
     */
    public Page<ActivityLine> of(String auditedAs, Fields<?> fields, Object id, int page) {
        OrganizationId organization = currentUser.organization();
        FieldValues.Shown shown = values.of(organization);
        return LastPage.orAsked(
                        PageRequest.of(Math.max(0, page), ROWS),
                        rows -> audit.entries(organization, auditedAs, id.toString(), rows))
                .map(entry -> ActivityLine.of(entry, shown.changes(fields, entry.changes())));
    }
}
