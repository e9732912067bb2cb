package app.ascent.importing.work;

import app.ascent.importing.field.FieldReading;
import app.ascent.importing.field.Tables;
import app.ascent.importing.field.Tables.Resource;
import app.ascent.importing.field.Value;
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
import org.jspecify.annotations.Nullable;

/**
 * Who does a piece of work together with the one it is assigned to.
 *
 * @param field what remarks call it
 * @param what the piece of work is, within a sentence
 * @param most as many as column and declaration of the field hold
 */
public record MorePeople(String field, String what, int most) {

    /**
     * Each once; where one of them cannot be looked up, what stands in Ascent stays.
     *
     * @param assigned the number of the one it is assigned to
     */
    public List<Person> of(Looked<Participant> participants, @Nullable String assigned, FieldReading reading) {
        if (!(participants instanceof Looked.Rows<Participant>(List<Participant> rows))) {
            reading.unresolved(field);
            return List.of();
        }
        Set<String> others = new LinkedHashSet<>();
        rows.stream()
                .map(row -> Value.listed(row.resourceID()))
                .filter(Objects::nonNull)
                .filter(id -> !id.equals(Value.listed(assigned)))
                .forEach(others::add);
        Set<Person> people = new LinkedHashSet<>();
        List<String> gone = new ArrayList<>();
        for (String id : others) {
            Looked<Resource> looked = reading.look(Tables.RESOURCES, id);
            if (looked instanceof Looked.Unreadable<Resource>) {
                reading.unresolved(field);
                return List.of();
            }
            looked.first().map(MorePeople::person).ifPresentOrElse(people::add, () -> gone.add(id));
        }
        gone.forEach(id -> reading.remark(Finding.of(Reason.REFERENCE_MISSING, field, FieldReading.shown(id))
                .saying("Autotask does not list a person it names, who is not among the people of the %s."
                        .formatted(what))));
        return within(people, reading);
    }

    private static Person person(Resource resource) {
        return resource.member() == null
                ? Person.named(Text.cut(resource.label(), People.NAME))
                : Person.user(resource.member());
    }

    private List<Person> within(Set<Person> people, FieldReading reading) {
        if (people.size() > most) {
            reading.remark(Finding.of(Reason.TRUNCATED, field, Integer.toString(people.size()))
                    .saying("The %s has %d more people; the first %d are written."
                            .formatted(what, people.size(), most)));
        }
        return people.stream().limit(most).toList();
    }
}
