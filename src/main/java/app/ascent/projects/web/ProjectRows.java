package app.ascent.projects.web;

import app.ascent.identity.OrganizationId;
import app.ascent.identity.UserId;
import app.ascent.projects.ProjectView;
import app.ascent.record.RecordNames;
import app.ascent.record.page.ListRows;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.data.domain.Page;
import org.springframework.stereotype.Component;

/** Makes rows of a list: whose projects they are and who leads them comes from a statement each. */
@Component
class ProjectRows implements ListRows<ProjectView, ProjectRow> {

    private final RecordNames names;

    ProjectRows(RecordNames names) {
        this.names = names;
    }

    @Override
    public Page<ProjectRow> of(OrganizationId organization, Page<ProjectView> projects) {
        Map<Object, String> named = names.of(
                organization,
                projects.stream()
                        .flatMap(project -> Stream.of(
                                project.fields().clientId(), project.fields().leadId()))
                        .filter(Objects::nonNull)
                        .toList());
        return projects.map(project -> {
            UserId lead = project.fields().leadId();
            return ProjectRow.of(
                    project,
                    named.getOrDefault(project.fields().clientId(), ""),
                    lead == null ? project.fields().leadName() : named.get(lead));
        });
    }
}
