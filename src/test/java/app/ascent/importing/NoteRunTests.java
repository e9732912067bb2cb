package app.ascent.importing;

import static org.assertj.core.api.Assertions.assertThat;

import app.ascent.autotask.StubFault;
import app.ascent.importing.OwnerApi.Answer;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whole runs that bring what was said about projects. */
class NoteRunTests extends ImportJourney {

    private static final String SAID =
            "select source_id || ' ' || author_type || ' ' || coalesce(author_name, '-') || ' ' || visibility || ' ' || kind"
                    + " from conversation_entry order by source_id";

    NoteRunTests(JdbcClient jdbc, @Value("${local.server.port}") int port) {
        super(jdbc, port);
    }

    @Override
    Set<String> kinds() {
        return Set.of("contacts", "projects");
    }

    private static Payload note(long id) {
        return Payload.record(id)
                .with("projectID", 512)
                .with("title", "About " + id)
                .with("description", "Something was said.")
                .with("publish", 1)
                .with("noteType", 3)
                .with("createDateTime", "2026-09-28T08:50:02.3Z")
                .with("creatorResourceID", 29000001);
    }

    private static List<String> rows(Payload... payloads) {
        return Stream.of(payloads).map(Payload::toString).toList();
    }

    @BeforeEach
    void fillTenant() {
        AUTOTASK.companies(Payload.company().withNull("parentCompanyID").toString())
                .contacts(Payload.contact().with("id", 3001).toString())
                .records("Projects", rows(Payload.project().withNull("contractID")))
                .records(
                        "ProjectNotes",
                        rows(
                                note(11),
                                note(12).with("createdByContactID", 3001).with("publish", 2),
                                note(13).with("creatorResourceID", 29000002),
                                note(14).with("noteType", 13).withNull("creatorResourceID"),
                                note(15).with("description", ""),
                                note(16).with("projectID", 5)));
    }

    private List<String> column(String sql) {
        return jdbc.sql(sql).query(String.class).list();
    }

    @Test
    void bringsWhatWasSaidAndByWhomAndNothingTwice() {
        String migration = create();

        Answer first = run(migration);
        List<String> written = column("select xmin::text from conversation_entry order by id");
        Answer second = run(migration);

        assertThat(counts(first, "projectNotes")).isEqualTo(List.of(6L, 5L, 5L, 0L, 0L, 0L, 1L, 0L));
        assertThat(counts(second, "projectNotes")).isEqualTo(List.of(6L, 5L, 0L, 0L, 5L, 0L, 1L, 0L));
        assertThat(column("select xmin::text from conversation_entry order by id"))
                .isEqualTo(written);
        assertThat(column(SAID))
                .containsExactly(
                        "ProjectNotes:11 USER Zoë Lindqvist CLIENT NOTE",
                        "ProjectNotes:12 CONTACT Mara K. Petersen INTERNAL NOTE",
                        "ProjectNotes:13 NAME Bo Holm CLIENT NOTE",
                        "ProjectNotes:14 SYSTEM Workflow Rule Note CLIENT SYSTEM",
                        "ProjectNotes:15 USER Zoë Lindqvist CLIENT NOTE");
        assertThat(column("select c.id::text from crm_contact c"))
                .isEqualTo(column("select author_id::text from conversation_entry where author_type = 'CONTACT'"));
        assertThat(column("select distinct e.owner_kind from conversation_entry e join project p on p.id = e.owner_id"))
                .containsExactly("projects");
        assertThat(api.get(migration + "/records?size=500&entity=projectNotes").text())
                .contains("its project (5)")
                .doesNotContain("UNKNOWN_VALUE");
    }

    @Test
    void keepsOddTextsWhole() {
        String long900 = "line of text\n".repeat(69_231).strip();
        AUTOTASK.records(
                "ProjectNotes",
                rows(
                        note(21).with("description", long900),
                        note(22).with("description", "a\u0000b <script>alert(1)</script> \u202Eright"),
                        note(23).with("publish", 77)));
        String migration = create();

        run(migration);

        assertThat(column("select body from conversation_entry where source_id = 'ProjectNotes:21'"))
                .containsExactly(long900);
        assertThat(column("select body from conversation_entry where source_id = 'ProjectNotes:22'"))
                .containsExactly("ab <script>alert(1)</script> right");
        assertThat(column("select visibility from conversation_entry where source_id = 'ProjectNotes:23'"))
                .containsExactly("INTERNAL");
        assertThat(api.get(migration + "/records?size=500&entity=projectNotes").text())
                .contains("Published to 77 has no label in Autotask any more; imported as Internal.");
    }

    @Test
    void followsAutotaskAndLeavesWhatIsGone() {
        String migration = create();
        run(migration);
        AUTOTASK.remove("ProjectNotes", 13)
                .records("ProjectNotes", rows(note(11).with("description", "Something else was said.")));

        Answer ended = run(migration);

        assertThat(counts(ended, "projectNotes").subList(0, 5)).isEqualTo(List.of(5L, 4L, 0L, 1L, 3L));
        assertThat(column("select body from conversation_entry where source_id = 'ProjectNotes:11'"))
                .containsExactly("Something else was said.");
        assertThat(count("conversation_entry")).isEqualTo(5);
    }

    /** What nobody can look up is written by name of its number, and by the person when that can be read again. */
    @Test
    void namesNobodyWhereResourcesCannotBeRead() {
        AUTOTASK.failAlways("Resources", StubFault.FORBIDDEN);
        String migration = create();

        Answer ended = run(migration);

        assertThat(counts(ended, "projectNotes").get(1)).isEqualTo(5L);
        assertThat(column("select distinct author_name from conversation_entry where source_id = 'ProjectNotes:11'"))
                .containsExactly("Resource 29000001");
        assertThat(api.get(migration + "/report").text()).contains("LOOKUP_UNREADABLE");
    }
}
