package app.ascent.journey.people;

import app.ascent.identity.Member;
import app.ascent.importing.Somebody;
import app.ascent.importing.Somebody.Recognized;
import app.ascent.importing.Somebody.Why;
import app.ascent.importing.people.PersonChoice.Target;
import app.ascent.journey.Figure;
import app.ascent.journey.RecordTypes;
import app.ascent.journey.people.PeopleView.Count;
import app.ascent.journey.people.PeopleView.Option;
import app.ascent.journey.people.PeopleView.Row;
import app.ascent.web.Formats;
import app.ascent.web.Texts;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Prepares the table of people, and the figures above it. */
@Component
class PeopleViews {

    private static final Set<String> HAVE_COLUMNS = Set.of("tickets", "ticketNotes", "timeEntries");

    private static final BigDecimal MINUTES_PER_HOUR = BigDecimal.valueOf(60);

    private final Formats formats;
    private final Texts texts;
    private final RecordTypes types;

    PeopleViews(Formats formats, Texts texts, RecordTypes types) {
        this.formats = formats;
        this.texts = texts;
        this.types = types;
    }

    /**
     * @param shown those of this page
     * @param entered what somebody has chosen by now and could not be saved, by resource
     */
    PeopleView of(List<Somebody> all, List<Somebody> shown, List<Member> members, Map<String, String> entered) {
        long open = all.stream().filter(Somebody::open).count();
        return new PeopleView(
                figures(all),
                all.stream().anyMatch(somebody -> somebody.byType() != null),
                shown.stream().map(somebody -> row(somebody, entered)).toList(),
                members.stream()
                        .map(member -> new PeopleView.Member(member.id().toString(), member.name()))
                        .toList(),
                open == 0 ? null : texts.say("people.all-names", open));
    }

    private List<Count> figures(List<Somebody> all) {
        long active = count(all, somebody -> somebody.person().active());
        long open = count(all, Somebody::open);
        return List.of(
                figure("all", all.size(), false, formats.count(active), formats.count(all.size() - active)),
                figure("users", count(all, somebody -> target(somebody) == Target.USER), false),
                figure("names", count(all, somebody -> target(somebody) == Target.NAME), false),
                figure("open", open, open > 0));
    }

    private Count figure(String name, long count, boolean look, Object... values) {
        return new Count(
                texts.say("people.figure." + name),
                formats.count(count),
                texts.say("people.figure." + name + ".note", values),
                look);
    }

    private static long count(List<Somebody> all, Predicate<Somebody> which) {
        return all.stream().filter(which).count();
    }

    private static Target target(Somebody somebody) {
        return somebody.recognized().target();
    }

    private Row row(Somebody somebody, Map<String, String> entered) {
        Recognized recognized = somebody.recognized();
        String id = Long.toString(somebody.person().id());
        String was = ChosenPeople.token(recognized.target(), recognized.user());
        String stands = entered.getOrDefault(id, was);
        String email = Objects.requireNonNullElse(somebody.person().email(), texts.say("people.no-email"));
        return new Row(
                id,
                somebody.person().name(),
                somebody.person().active() ? email : texts.say("people.inactive", email),
                somebody.open(),
                others(somebody.byType()),
                known(
                        somebody,
                        formats.count(somebody.work().tickets()),
                        somebody.work().tickets()),
                known(
                        somebody,
                        formats.count(somebody.work().open()),
                        somebody.work().open()),
                known(
                        somebody,
                        hours(somebody.work().minutes()),
                        somebody.work().minutes()),
                Arrays.stream(Target.values())
                        .map(target -> new Option(
                                target, texts.say("people.target." + target), stands.startsWith(target.name())))
                        .toList(),
                was,
                ChosenPeople.user(stands),
                why(somebody),
                recognized.why() == Why.SAME_NAME && recognized.user() != null
                        ? recognized.user().toString()
                        : null);
    }

    private static Figure known(Somebody somebody, String text, long amount) {
        return somebody.byType() == null ? Figure.UNKNOWN : new Figure(text, amount == 0, null);
    }

    private String hours(long minutes) {
        return minutes == 0
                ? formats.count(0)
                : formats.amount(BigDecimal.valueOf(minutes).divide(MINUTES_PER_HOUR, 2, RoundingMode.HALF_UP));
    }

    private @Nullable String others(@Nullable Map<String, Long> byType) {
        if (byType == null) {
            return null;
        }
        List<String> others = byType.entrySet().stream()
                .filter(type -> !HAVE_COLUMNS.contains(type.getKey()))
                .map(type -> types.count(type.getKey(), type.getValue()))
                .toList();
        return others.isEmpty() ? null : texts.say("people.others", types.sentence(others));
    }

    private String why(Somebody somebody) {
        Recognized recognized = somebody.recognized();
        String key = "people.why." + recognized.why() + (somebody.waits() ? ".waits" : "");
        String name = Objects.requireNonNullElse(recognized.userName(), "");
        return texts.sayOr(key, texts.say("people.why." + recognized.why(), name), name);
    }
}
