package app.ascent.importing.project;

import app.ascent.importing.field.FieldReading;
import app.ascent.importing.field.Tables;
import app.ascent.importing.field.Tables.Resource;
import app.ascent.importing.field.Value;
import app.ascent.importing.project.ProjectLookUps.Participant;
import app.ascent.migration.spi.Finding;
import app.ascent.migration.spi.Looked;
import app.ascent.migration.spi.Reason;
import app.ascent.record.field.People;
import app.ascent.record.field.Person;
import app.ascent.text.Text;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Who does a task together with the one it is assigned to. */
final class MorePeople {

    /** Column and declaration of the field hold no more. */
    private static final int MOST = 100;

    private MorePeople() {}

    /** Each once; where one of them cannot be looked up, what stands in Ascent stays. */
    static List<Person> of(AutotaskTask source, FieldReading reading) {
        if (!(reading.look(ProjectLookUps.MORE_PEOPLE, source.id())
                instanceof Looked.Rows<Participant>(List<Participant> rows))) {
            reading.unresolved(TaskMapper.PEOPLE);
            return List.of();
        }
        Set<String> others = new LinkedHashSet<>();
        rows.stream()
                .map(row -> Value.listed(row.resourceID()))
                .filter(Objects::nonNull)
                .filter(id -> !id.equals(Value.listed(source.assignedResourceID())))
                .forEach(others::add);
        Set<Person> people = new LinkedHashSet<>();
        List<String> gone = new ArrayList<>();
        for (String id : others) {
            Looked<Resource> looked = reading.look(Tables.RESOURCES, id);
            if (looked instanceof Looked.Unreadable<Resource>) {
                reading.unresolved(TaskMapper.PEOPLE);
                return List.of();
            }
            looked.first().map(MorePeople::person).ifPresentOrElse(people::add, () -> gone.add(id));
        }
        gone.forEach(
                id -> reading.remark(Finding.of(Reason.REFERENCE_MISSING, TaskMapper.PEOPLE, FieldReading.shown(id))
                        .saying("Autotask does not list this resource, so it is not among the people of the task.")));
        return within(people, reading);
    }

    private static Person person(Resource resource) {
        return resource.member() == null
                ? Person.named(Text.cut(resource.label(), People.NAME))
                : Person.user(resource.member());
    }

    private static List<Person> within(Set<Person> people, FieldReading reading) {
        if (people.size() > MOST) {
            reading.remark(Finding.of(Reason.TRUNCATED, TaskMapper.PEOPLE, Integer.toString(people.size()))
                    .saying("The task has %d more people; the first %d are written.".formatted(people.size(), MOST)));
        }
        return people.stream().limit(MOST).toList();
    }
}
