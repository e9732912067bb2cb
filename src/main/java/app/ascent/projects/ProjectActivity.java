package app.ascent.projects;

import app.ascent.identity.OrganizationId;
import app.ascent.record.imports.ImportDeed;
import app.ascent.record.imports.ImportTelling;
import app.ascent.record.imports.Overwritten;
import java.util.List;
import org.springframework.stereotype.Service;

/** Tells, in the activity of projects, what an import overwrote. */
@Service
public class ProjectActivity {

    private final ImportTelling telling;

    ProjectActivity(ImportTelling telling) {
        this.telling = telling;
    }

    public void projects(OrganizationId organization, ImportDeed deed, List<Overwritten<ProjectFields>> records) {
        telling.overwritten(
                organization, deed, Projects.AUDITED_AS, ProjectFields.FIELDS, ProjectFields::name, records);
    }
}
