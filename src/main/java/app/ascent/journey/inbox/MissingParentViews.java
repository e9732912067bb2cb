package app.ascent.journey.inbox;

import app.ascent.importing.ClientsForCompanies;
import app.ascent.importing.ClientsForCompanies.Missing;
import app.ascent.journey.IssueFilter;
import app.ascent.journey.RecordTypes;
import app.ascent.migration.spi.EntityType;
import app.ascent.migration.spi.Reason;
import app.ascent.migration.spi.SourceId;
import app.ascent.migration.spi.SourceRef;
import app.ascent.web.Texts;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Groups the records without a parent by the parent that is missing, with what can be done about each. */
@Component
class MissingParentViews {

    private final ClientsForCompanies clients;
    private final Texts texts;
    private final RecordTypes types;

    MissingParentViews(ClientsForCompanies clients, Texts texts, RecordTypes types) {
        this.clients = clients;
        this.texts = texts;
        this.types = types;
    }

    /**
     * @param records the list of its records
     * @param own the page of the parent itself, where that was left out, too
     * @param under where a client is chosen for them; null where none can be
     * @param takeBack where the choice is taken back, with the client's name
     */
    record Line(
            String name,
            @Nullable String why,
            String count,
            @Nullable String records,
            @Nullable String own,
            String ownLabel,
            @Nullable String under,
            @Nullable String client,
            @Nullable String takeBack) {}

    /** Empty unless the list is of records without a parent. */
    List<Line> of(Place place, IssueFilter filter) {
        return Reason.PARENT_NOT_IMPORTED.code().equals(filter.code())
                ? clients.of(place.migration(), filter.run()).stream()
                        .collect(Collectors.groupingBy(
                                missing -> Arrays.asList(
                                        missing.parent().parent(),
                                        missing.parent().id()),
                                LinkedHashMap::new,
                                Collectors.toList()))
                        .values()
                        .stream()
                        .map(company -> line(place, filter, company))
                        .toList()
                : List.of();
    }

    /** @param company the same one, for each type of its records */
    private Line line(Place place, IssueFilter filter, List<Missing> company) {
        Missing missing = company.getFirst();
        Map<String, Long> records = Missing.records(company);
        boolean none = records.values().stream().allMatch(count -> count == 0);
        SourceId id = missing.parent().id();
        String number = id == null ? null : id.toString();
        String under = id == null
                ? null
                : under(place, new SourceRef(new EntityType(missing.parent().parent()), id));
        return new Line(
                called(missing, number),
                missing.parent().why(),
                types.counts(records),
                none || number == null
                        ? null
                        : filter.having(missing.field(), number).address(place.issues()),
                missing.parent().listed()
                        ? place.issues() + "/" + missing.parent().parent() + "/" + number
                        : null,
                texts.say("record.parent.open", types.oneInText(missing.parent().parent())),
                place.current() ? under : null,
                missing.client(),
                missing.parent().chosen() == null || under == null ? null : under + "/take-back");
    }

    private String called(Missing missing, @Nullable String number) {
        if (number == null) {
            return texts.say("parents.none");
        }
        String name = missing.parent().name();
        return name == null ? texts.say("parents.unnamed", number) : texts.say("parents.named", name, number);
    }

    /** Where a client is chosen for the records below one that is missing. */
    static String under(Place place, SourceRef missing) {
        return place.issues() + "/" + missing.type().name() + "/" + missing.id() + "/client";
    }
}
