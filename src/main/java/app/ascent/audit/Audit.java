package app.ascent.audit;

import app.ascent.identity.OrganizationId;
import java.util.Map;
import org.springframework.stereotype.Service;

/** Writes the audit log, in the caller's transaction. Details never hold a credential or a source payload. */
@Service
public class Audit {

    /** An entry by the signed-in user, with address and browser of the request. */
    public void record(Action action, AuditedRecord subject, Map<String, String> details) {
        throw new UnsupportedOperationException();
    }

    /** An entry by Ascent itself, such as the end of a run. */
    public void recordBySystem(
            OrganizationId organization, Action action, AuditedRecord subject, Map<String, String> details) {
        throw new UnsupportedOperationException();
    }
}
