package app.ascent.journey.connect;

import app.ascent.autotask.ConnectionReport;
import app.ascent.autotask.ConnectionReport.Check;
import app.ascent.autotask.ConnectionReport.EntityAccess;
import app.ascent.autotask.ConnectionReport.Outcome;
import app.ascent.autotask.client.Access;
import app.ascent.importing.AutotaskEntities;
import app.ascent.journey.RecordTypes;
import app.ascent.migration.spi.EntityType;
import app.ascent.web.Formats;
import app.ascent.web.Texts;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What a connection test found of a type: how much of it the API user may read and, where that is not all, what an import
 * makes of it.
 */
@Component
class AccessLines {

    /** Failed, but not for want of a right. */
    private static final String ODD = "ODD";

    private final Formats formats;
    private final Texts texts;
    private final RecordTypes types;
    private final AutotaskEntities entities;

    AccessLines(Formats formats, Texts texts, RecordTypes types, AutotaskEntities entities) {
        this.formats = formats;
        this.texts = texts;
        this.types = types;
        this.entities = entities;
    }

    /** @param same the checks of one type; one but for types that are read from several entities, where the worst is told */
    TestView.Check line(ConnectionReport report, List<Check> same) {
        Check worst = same.stream()
                .max(Comparator.comparing(Check::outcome)
                        .thenComparing(Comparator.comparing(Check::name).reversed()))
                .orElseThrow();
        List<String> names = same.stream()
                .filter(check -> check.outcome() == worst.outcome())
                .map(this::words)
                .distinct()
                .toList();
        String how = how(report, worst);
        return new TestView.Check(
                worst.outcome(),
                texts.say("check.access." + how, types.sentence(names)),
                value(report, same, worst),
                text(report, worst, how, types.sentence(names)),
                null);
    }

    /** The outcome, or more than that where the same outcome has several reasons. */
    private static String how(ConnectionReport report, Check check) {
        Access access = access(report, check).map(EntityAccess::access).orElse(null);
        if (access == Access.UNCLEAR) {
            return Access.UNCLEAR.name();
        }
        return check.outcome() == Outcome.FAILED && access != Access.NONE
                ? ODD
                : check.outcome().name();
    }

    private @Nullable String text(ConnectionReport report, Check check, String how, String names) {
        if (how.equals(ODD)) {
            return check.message();
        }
        String text = texts.say("check.access.text." + how, names);
        if (check.outcome() != Outcome.FAILED || !report.passed()) {
            return text;
        }
        List<String> further = entities.lostWith(check.name()).stream()
                .filter(type -> !type.equals(entities.typeOf(check.name())))
                .toList();
        return text + " "
                + (further.isEmpty()
                        ? texts.say("check.access.without", names)
                        : texts.say("check.access.without.further", names, types.list(further)));
    }

    /** Nothing where part of the sum is not known. */
    private @Nullable String value(ConnectionReport report, List<Check> same, Check worst) {
        List<EntityAccess> known =
                same.stream().flatMap(check -> access(report, check).stream()).toList();
        long records = known.stream().mapToLong(EntityAccess::count).sum();
        if (known.size() < same.size()) {
            return null;
        }
        Access least = access(report, worst).map(EntityAccess::access).orElse(Access.UNCLEAR);
        return texts.say(
                "check.access.value." + (least == Access.NONE && records > 0 ? Access.RESTRICTED : least),
                formats.count(records));
    }

    /** What people call what was asked for: of a type that is read from several entities, the one that is meant. */
    private String words(Check check) {
        return entities.isPart(check.name()) && check.outcome() == Outcome.FAILED
                ? new EntityType(check.name()).words().toLowerCase(Locale.ENGLISH)
                : types.inText(entities.typeOf(check.name()));
    }

    private static Optional<EntityAccess> access(ConnectionReport report, Check check) {
        return report.entities().stream()
                .filter(entity -> entity.entity().equalsIgnoreCase(check.name()))
                .findFirst();
    }
}
