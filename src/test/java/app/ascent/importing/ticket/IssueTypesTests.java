package app.ascent.importing.ticket;

import static app.ascent.importing.ticket.TicketMapping.HARDWARE;
import static app.ascent.importing.ticket.TicketMapping.entry;
import static app.ascent.importing.ticket.TicketMapping.map;
import static app.ascent.importing.ticket.TicketMapping.remarks;
import static org.assertj.core.api.Assertions.assertThat;

import app.ascent.desk.TicketFields;
import app.ascent.importing.Payload;
import app.ascent.migration.spi.DecidableField.Target;
import app.ascent.migration.spi.Mapped.Ready;
import app.ascent.migration.spi.Save;
import app.ascent.migration.spi.SourceId;
import app.ascent.migration.spi.TargetId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which category a ticket gets by its type of issue, and which categories are made for that. */
class IssueTypesTests {

    private static final List<Target> OFFERED =
            List.of(new Target("CREATE", null), new Target("NO_CATEGORY", null), new Target("h1", "Hard  ware"));

    @ParameterizedTest
    @CsvSource({"hard ware, h1", "Software, CREATE", "' ',"})
    void proposesACategoryOfTheNameOrANewOne(String label, @Nullable String target) {
        assertThat(IssueTypes.decidable(organization -> OFFERED)
                        .proposal()
                        .of(entry("9", label, true, false, null), OFFERED))
                .isEqualTo(target);
    }

    /** Nothing to look at: a ticket may well have none. */
    @Test
    void knowsThatATicketMayHaveNoTypeOfIssue() {
        assertThat(IssueTypes.decidable(organization -> OFFERED)
                        .proposal()
                        .of(entry("", "", true, false, null), OFFERED))
                .isEqualTo("NO_CATEGORY");
    }

    @Test
    void takesTheCategoryOfTheOrganization() {
        assertThat(map(Payload.ticket().with("issueType", 11)).target().categoryId())
                .hasToString(HARDWARE.toString());
        assertThat(map(Payload.ticket().with("issueType", 14)).target().categoryId())
                .isNull();
    }

    @Test
    void standsWithoutOneWhereThereIsNoTypeOrNoLabel() {
        Ready<TicketFields> none = map(Payload.ticket().withNull("issueType"));
        Ready<TicketFields> unlabelled = map(Payload.ticket().with("issueType", 99));

        assertThat(none.target().categoryId()).isNull();
        assertThat(none.findings()).isEmpty();
        assertThat(unlabelled.target().categoryId()).isNull();
        assertThat(remarks(unlabelled)).containsExactly("UNKNOWN_VALUE issueType=99 -> NO_CATEGORY");
        assertThat(unlabelled.details().originals()).containsEntry("issueType", "99");
    }

    @Test
    void tellsOfInactiveOnes() {
        Ready<TicketFields> mapped = map(Payload.ticket().with("issueType", 12));

        assertThat(mapped.target().categoryId()).isNotNull();
        assertThat(remarks(mapped)).containsExactly("UNKNOWN_VALUE issueType=12 -> Old stuff");
    }

    @Test
    void makesThoseThatTicketsNeed() {
        assertThat(IssueTypes.needed(Stream.of(10, 10, 11, 13, 14, 99)
                                .map(type -> save(Payload.ticket().with("issueType", type)))
                                .toList())
                        .values())
                .containsExactly("Printer & Scanner", "y".repeat(50));
        assertThat(IssueTypes.needed(List.of(save(Payload.ticket().with("issueType", 10)))))
                .isEqualTo(Map.of(
                        map(Payload.ticket().with("issueType", 10)).target().categoryId(), "Printer & Scanner"));
    }

    private static Save<TicketFields> save(Payload payload) {
        Ready<TicketFields> mapped = map(payload);
        return Save.create(new TargetId(UUID.randomUUID()), new SourceId(1), mapped.target(), mapped.details());
    }
}
