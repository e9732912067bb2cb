package app.ascent.migration;

import static app.ascent.migration.FakeMigration.CHILDREN;
import static app.ascent.migration.FakeMigration.PARENTS;
import static org.assertj.core.api.Assertions.assertThat;

import app.ascent.migration.Reports.RecordFilter;
import app.ascent.migration.spi.SourceId;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.domain.PageRequest;

/** What the source sent lies a page at a time; each record has its own all the same. */
@EngineTest
class PayloadPagesTests {

    private final Bench bench;
    private final RecordRetries retries;

    PayloadPagesTests(Bench bench, RecordRetries retries) {
        this.bench = bench;
        this.retries = retries;
    }

    @BeforeEach
    void importTwoPagesOfParents() {
        bench.fresh().source.pageSize(4);
        for (long id = 1; id <= 8; id++) {
            bench.source.parent(id, "P" + id);
        }
        bench.source.child(1, "C1", 1L).colour(1, "Red");
        bench.runOnce();
    }

    @Test
    void holdAPageOfTheSourceEach() {
        assertThat(pages()).containsExactly("children 1", "parents 4", "parents 4");
        assertThat(apart()).containsExactly("Colours 1");
        assertThat(bench.payload(PARENTS, 5)).isEqualTo(FakeSource.json(5, "P5", "n5", "1", null, null));
    }

    @Test
    void leaveWhatDidNotChangeWhereItLies() {
        List<Long> ids = ids();

        bench.runOnce();

        assertThat(ids()).isEqualTo(ids);
        assertThat(bench.progress(PARENTS).unchanged()).isEqualTo(8);
    }

    @Test
    void goWhenTheLastOfTheirRecordsHasComeOtherwise() {
        bench.source.parent(2, "P2 again");
        bench.runOnce();
        assertThat(pages()).containsExactly("children 1", "parents 1", "parents 3", "parents 4");

        for (long id = 1; id <= 4; id++) {
            bench.source.parent(id, "All again");
        }
        bench.runOnce();

        assertThat(pages()).containsExactly("children 1", "parents 4", "parents 4");
        assertThat(bench.payload(PARENTS, 2)).contains("All again");
        assertThat(bench.payload(PARENTS, 6)).contains("P6");
        assertThat(bench.progress(PARENTS).updated()).isEqualTo(4);
    }

    @Test
    void keepANulThatARecordCameWith() {
        String sent = "{\"id\":9,\"name\":\"P9\",\"note\":\"a\\u0000b\"}";
        bench.source.put(PARENTS, 9, sent);

        bench.runOnce();

        assertThat(bench.payload(PARENTS, 9)).isEqualTo(sent);
    }

    /** What an earlier version staged lies record by record, and moves when it comes otherwise. */
    @Test
    void takeOverWhatLayApartWhenItComesOtherwise() {
        layApart();
        bench.remap();
        assertThat(bench.progress(PARENTS).unchanged()).isEqualTo(8);
        assertThat(bench.payload(PARENTS, 3)).contains("P3");

        bench.source.parent(3, "P3 again");
        bench.runOnce();

        assertThat(pages()).containsExactly("children 1", "parents 1");
        assertThat(apart()).containsExactly("Colours 1", "parents 7");
        assertThat(bench.payload(PARENTS, 3)).contains("P3 again");
        assertThat(bench.payload(PARENTS, 4)).contains("P4");
        assertThat(bench.progress(PARENTS).updated()).isEqualTo(1);
    }

    @Test
    void costTheirOwnRecordsWhenTheyAreDamaged() {
        damageThePageOf(2);
        bench.source.unplug();

        RunView run = bench.remap();

        assertThat(run.status()).isEqualTo(RunStatus.COMPLETED_WITH_ISSUES);
        assertThat(bench.progress(PARENTS).unchanged()).isEqualTo(4);
        assertThat(bench.progress(PARENTS).failed()).isEqualTo(4);
        assertThat(bench.progress(CHILDREN).loaded()).isEqualTo(1);
        assertThat(bench.targets.all(bench.organization)).hasSize(9);
        assertThat(bench.reports
                        .issues(
                                bench.organization,
                                bench.migration,
                                new RecordFilter("parents", null, null, null),
                                PageRequest.of(0, 10))
                        .map(issue -> issue.sourceId() + " " + issue.code() + " " + issue.payload()))
                .containsExactly("1 COPY_DAMAGED ", "2 COPY_DAMAGED ", "3 COPY_DAMAGED ", "4 COPY_DAMAGED ");
    }

    /** Though nothing in it changed. */
    @Test
    void areWholeAgainWhenTheirRecordsAreReadAnew() {
        damageThePageOf(2);
        bench.runOnce();
        assertThat(bench.progress(PARENTS).failed()).isEqualTo(4);

        retries.one(bench.organization, bench.migration, "parents", new SourceId(2));
        bench.execute();
        assertThat(bench.progress(PARENTS).failed()).isEqualTo(3);
        assertThat(bench.payload(PARENTS, 2)).contains("P2");

        bench.runOnce();
        assertThat(bench.progress(PARENTS).unchanged()).isEqualTo(8);
        assertThat(bench.run().status()).isEqualTo(RunStatus.COMPLETED);
        assertThat(pages()).containsExactly("children 1", "parents 1", "parents 3", "parents 4");
    }

    private void damageThePageOf(long record) {
        bench.jdbc
                .sql(
                        """
                        update migration_page p set content = set_byte(content, 40, get_byte(content, 40) # 255)
                        from migration_staged_record s
                        where s.organization_id = :organization and s.entity = 'parents' and s.source_id = :record
                            and p.organization_id = s.organization_id and p.entity = s.entity and p.page_id = s.page_id
                        """)
                .param("organization", bench.organization.value())
                .param("record", record)
                .update();
    }

    private void layApart() {
        for (long id = 1; id <= 8; id++) {
            bench.jdbc
                    .sql(
                            """
                            insert into migration_payload (organization_id, migration_id, entity, source_id, payload)
                            values (:organization, :migration, 'parents', :id, :payload)
                            """)
                    .param("organization", bench.organization.value())
                    .param("migration", bench.migration.value())
                    .param("id", id)
                    .param("payload", bench.payload(PARENTS, id))
                    .update();
        }
        ofParents("update migration_staged_record set page_id = null");
        ofParents("delete from migration_page");
    }

    private void ofParents(String statement) {
        bench.jdbc
                .sql(statement + " where organization_id = :organization and entity = 'parents'")
                .param("organization", bench.organization.value())
                .update();
    }

    /** How many records each page has, by its own account, which is that of the records. */
    private List<String> pages() {
        List<String> pages = texts(
                "select entity || ' ' || records from migration_page where organization_id = :organization order by 1");
        assertThat(pages)
                .isEqualTo(
                        texts(
                                """
                                select entity || ' ' || count(*) from migration_staged_record
                                where organization_id = :organization and page_id is not null
                                group by entity, page_id order by 1
                                """));
        return pages;
    }

    private List<String> apart() {
        return texts(
                """
                select entity || ' ' || count(*) from migration_payload where organization_id = :organization
                group by entity order by 1
                """);
    }

    private List<Long> ids() {
        return bench.jdbc
                .sql("select page_id from migration_page where organization_id = :organization order by 1")
                .param("organization", bench.organization.value())
                .query(Long.class)
                .list();
    }

    private List<String> texts(String query) {
        return bench.jdbc
                .sql(query)
                .param("organization", bench.organization.value())
                .query(String.class)
                .list();
    }
}
