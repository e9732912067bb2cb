package app.ascent.importing.project;

import static app.ascent.importing.project.ProjectMapping.map;
import static app.ascent.importing.project.ProjectMapping.mapped;
import static app.ascent.importing.project.ProjectMapping.remarks;
import static app.ascent.importing.project.ProjectMapping.skipped;
import static org.assertj.core.api.Assertions.assertThat;

import app.ascent.contracts.ContractId;
import app.ascent.crm.ClientId;
import app.ascent.importing.Payload;
import app.ascent.migration.spi.Dictionary.Entry;
import app.ascent.migration.spi.Mapped.Ready;
import app.ascent.projects.ProjectFields;
import app.ascent.projects.ProjectStatus;
import app.ascent.projects.ProjectType;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an Autotask project becomes. */
class ProjectMapperTests {

    @Test
    void mapsEveryFieldOfAWholeProject() {
        Ready<ProjectFields> mapped =
                map(Payload.project().with("contractID", 29688123).with("completedDateTime", "2026-09-30T12:00:00.5Z"));

        assertThat(mapped.target())
                .isEqualTo(new ProjectFields(
                        "Network renewal",
                        null,
                        "P20260815.0001",
                        new ClientId(ProjectMapping.CLIENT),
                        new ContractId(ProjectMapping.CONTRACT),
                        ProjectMapping.MEMBER,
                        null,
                        ProjectType.CLIENT,
                        ProjectStatus.ACTIVE,
                        LocalDate.of(2026, 8, 17),
                        LocalDate.of(2026, 12, 18),
                        Instant.parse("2026-09-30T12:00:00.5Z"),
                        2430L,
                        213L,
                        20L,
                        "Replace the core switches",
                        "Waiting for parts"));
        assertThat(mapped.findings()).isEmpty();
        assertThat(mapped.links()).isEmpty();
        assertThat(mapped.details().userDefined()).containsEntry("Cost centre", "4711");
        assertThat(mapped.details().originals())
                .containsEntry("department", "Professional services")
                .containsEntry("projectType", "Client")
                .containsEntry("status", "In Progress")
                .containsEntry("projectLeadResourceID", "Zoë Lindqvist")
                .containsEntry("estimatedSalesCost", "1200.5")
                .containsEntry("extProjectNumber", "EXT-9")
                .containsEntry("purchaseOrderNumber", "PO-1")
                .containsEntry("createDateTime", "2026-08-15T09:15:45.200Z")
                .doesNotContainKeys("id", "projectName", "companyID", "startDateTime", "actualHours");
    }

    @ParameterizedTest
    @CsvSource({
        "Client, CLIENT",
        "internal, INTERNAL",
        "Proposal, PROPOSAL",
        "Template, NOT_A_PROJECT",
        "Baseline, NOT_A_PROJECT",
        "Rollout,"
    })
    void proposesTypesByTheirLabels(String label, @Nullable String type) {
        assertThat(ProjectMeanings.TYPE.decidable().proposal().of(new Entry("9", label, true, false, null), List.of()))
                .isEqualTo(type);
    }

    @ParameterizedTest
    @CsvSource({
        "New, PLANNING", "Planning, PLANNING", "proposed, PLANNING", "In Progress, ACTIVE", "Active, ACTIVE",
        "On Hold, ON_HOLD", "Waiting, ON_HOLD", "Complete, COMPLETED", "Completed, COMPLETED", "Inactive, CANCELLED",
        "Cancelled, CANCELLED", "Canceled, CANCELLED", "Escalated,"
    })
    void proposesStatusesByTheirLabels(String label, @Nullable String status) {
        assertThat(ProjectMeanings.STATUS
                        .decidable()
                        .proposal()
                        .of(new Entry("9", label, true, false, null), List.of()))
                .isEqualTo(status);
    }

    /** A tenant in another language shows Autotask's own values under other names; its own it may give any number. */
    @Test
    void goesByTheNumbersOfAutotasksOwnValuesWhereLabelsSayNothing() {
        var type = ProjectMeanings.TYPE.decidable().proposal();
        var status = ProjectMeanings.STATUS.decidable().proposal();

        assertThat(type.of(new Entry("4", "Intern", true, true, null), List.of()))
                .isEqualTo("INTERNAL");
        assertThat(type.of(new Entry("4", "Rollout", true, false, null), List.of()))
                .isNull();
        assertThat(status.of(new Entry("1", "Neu", true, true, null), List.of()))
                .isEqualTo("PLANNING");
        assertThat(status.of(new Entry("2", "Inaktiv", true, true, null), List.of()))
                .isEqualTo("CANCELLED");
        assertThat(status.of(new Entry("5", "Fertig", true, true, null), List.of()))
                .isEqualTo("COMPLETED");
        assertThat(status.of(new Entry("5", "New", true, true, null), List.of()))
                .isEqualTo("PLANNING");
    }

    @ParameterizedTest
    @ValueSource(longs = {6, 7})
    void leavesOutWhatIsNoProject(long type) {
        assertThat(skipped(mapped(Payload.project().with("projectType", type).with("companyID", 9))))
                .isEqualTo("NOT_A_PROJECT projectType=" + type + ": null");
    }

    @ParameterizedTest
    @CsvSource({"29, 29", "99, 99", ", null", "odd, odd"})
    void takesAnUnknownTypeForAProjectOfAClient(@Nullable String type, String value) {
        Payload payload = type == null
                ? Payload.project().withNull("projectType")
                : Payload.project().with("projectType", type);

        Ready<ProjectFields> mapped = map(payload);

        assertThat(mapped.target().type()).isEqualTo(ProjectType.CLIENT);
        assertThat(remarks(mapped)).containsExactly("UNKNOWN_VALUE projectType=%s -> CLIENT".formatted(value));
        assertThat(mapped.unsaid().assumed()).containsExactly("projectType");
    }

    @Test
    void takesATypeThatIsNoLongerOfferedAndSaysSo() {
        Ready<ProjectFields> mapped = map(Payload.project().with("projectType", 8));

        assertThat(mapped.target().type()).isEqualTo(ProjectType.PROPOSAL);
        assertThat(mapped.findings()).singleElement().satisfies(finding -> assertThat(finding.detail())
                .isEqualTo("Autotask no longer offers Old proposal. It was imported like any other of that kind."));
    }

    @ParameterizedTest
    @CsvSource({"29, true, COMPLETED", "29, false, ACTIVE", "99, true, COMPLETED", ", false, ACTIVE"})
    void decidesAnUnknownStatusByTheCompletion(@Nullable String status, boolean completed, ProjectStatus becomes) {
        Payload payload = status == null
                ? Payload.project().withNull("status")
                : Payload.project().with("status", status);

        Ready<ProjectFields> mapped =
                map(completed ? payload.with("completedDateTime", "2026-09-30T12:00:00Z") : payload);

        assertThat(mapped.target().status()).isEqualTo(becomes);
        assertThat(remarks(mapped)).containsExactly("UNKNOWN_VALUE status=%s -> %s".formatted(status, becomes));
    }

    @Test
    void callsAProjectWithoutANameByItsNumber() {
        Ready<ProjectFields> numbered = map(Payload.project().with("projectName", " "));
        Ready<ProjectFields> bare = map(Payload.project().withNull("projectName", "projectNumber"));

        assertThat(numbered.target().name()).isEqualTo("Project P20260815.0001");
        assertThat(bare.target().name()).isEqualTo("Project 512");
        assertThat(remarks(bare)).containsExactly("MISSING_VALUE projectName=null -> Project 512");
        assertThat(ProjectMapper.name(Payload.project().withNull("projectName").as(AutotaskProject.class)))
                .isEqualTo("Project P20260815.0001");
    }

    @Test
    void cutsATextThatIsTooLongAndKeepsAllOfIt() {
        Ready<ProjectFields> mapped =
                map(Payload.project().with("statusDetail", "x".repeat(10_001)).with("projectName", "n".repeat(256)));

        assertThat(Objects.requireNonNull(mapped.target().statusNote())).hasSize(10_000);
        assertThat(mapped.target().name()).hasSize(255);
        assertThat(mapped.details().originals()).containsEntry("projectName", "n".repeat(256));
        assertThat(remarks(mapped)).allMatch(remark -> remark.startsWith("TRUNCATED "));
    }

    @Test
    void needsAClient() {
        assertThat(skipped(mapped(Payload.project().with("companyID", 300))))
                .isEqualTo("PARENT_NOT_IMPORTED companyID=300: "
                        + "Its company Broken Ltd (300) failed. It has no client to belong to.");
        assertThat(map(Payload.project().with("companyID", 0)).target().clientId())
                .isEqualTo(new ClientId(ProjectMapping.CLIENT));
    }

    @Test
    void doesWithoutAContractThatIsNotThere() {
        Ready<ProjectFields> mapped = map(Payload.project().with("contractID", 5));

        assertThat(mapped.target().contractId()).isNull();
        assertThat(remarks(mapped)).containsExactly("REFERENCE_MISSING contractID=5 -> null");
        assertThat(mapped.unsaid().unresolved()).containsExactly("contractID");
    }

    @Test
    void namesALeadWhoIsNoMember() {
        Ready<ProjectFields> named = map(Payload.project().with("projectLeadResourceID", 29000002));
        Ready<ProjectFields> gone = map(Payload.project().with("projectLeadResourceID", 5));
        Ready<ProjectFields> none = map(Payload.project().withNull("projectLeadResourceID"));

        assertThat(named.target().leadId()).isNull();
        assertThat(named.target().leadName()).isEqualTo("Bo Holm");
        assertThat(named.findings()).isEmpty();
        assertThat(named.unsaid().unresolved()).isEmpty();
        assertThat(gone.target().leadName()).isNull();
        assertThat(remarks(gone)).containsExactly("REFERENCE_MISSING projectLeadResourceID=5 -> null");
        assertThat(gone.unsaid().unresolved()).containsExactly("projectLeadResourceID");
        assertThat(none.target().leadName()).isNull();
        assertThat(none.findings()).isEmpty();
    }

    @Test
    void leavesOutAnEndBeforeTheStart() {
        Ready<ProjectFields> mapped = map(Payload.project().with("endDateTime", "2026-08-16T00:00:00Z"));

        assertThat(mapped.target().endDate()).isNull();
        assertThat(remarks(mapped)).containsExactly("INVALID_DATE endDateTime=2026-08-16 -> null");
        assertThat(mapped.unsaid().unresolved()).containsExactly("endDateTime");
        assertThat(map(Payload.project().with("endDateTime", "2026-08-17T00:00:00Z"))
                        .target()
                        .endDate())
                .isEqualTo(LocalDate.of(2026, 8, 17));
    }

    @ParameterizedTest
    @ValueSource(strings = {"startDateTime", "endDateTime", "completedDateTime"})
    void leavesOutDatesThatCannotBe(String field) {
        Ready<ProjectFields> mapped = map(Payload.project().with(field, "0001-01-01T00:00:00Z"));

        assertThat(remarks(mapped)).containsExactly("INVALID_DATE " + field + "=0001-01-01T00:00:00Z -> null");
        assertThat(mapped.unsaid().unresolved()).containsExactly(field);
    }

    @ParameterizedTest
    @CsvSource({"140, 100, 100", "-3, 0, 0", "100, 100,", "0, 0,", "33.5, 34,", "1e-999999999, 0,", "1e9, 100, 100"})
    void bringsAPercentageToTheNearerEnd(String percentage, long becomes, @Nullable String remarked) {
        Ready<ProjectFields> mapped = map(Payload.project().with("completedPercentage", percentage));

        assertThat(mapped.target().percentComplete()).isEqualTo(becomes);
        assertThat(remarks(mapped))
                .isEqualTo(
                        remarked == null
                                ? List.of()
                                : List.of(
                                        "UNKNOWN_VALUE completedPercentage=%s -> %s".formatted(percentage, remarked)));
    }

    @ParameterizedTest
    @CsvSource({
        "0.01, 1",
        "0.008, 0",
        "0.0083334, 1",
        "1e-999999999, 0",
        "100000, 6000000",
        "-1,",
        "100001,",
        "1e15,",
        "many,"
    })
    void countsHoursInMinutes(String hours, @Nullable Long minutes) {
        Ready<ProjectFields> mapped = map(Payload.project().with("estimatedTime", hours));

        assertThat(mapped.target().estimatedMinutes()).isEqualTo(minutes);
        assertThat(remarks(mapped))
                .isEqualTo(minutes != null ? List.of() : List.of("UNKNOWN_VALUE estimatedTime=" + hours + " -> null"));
    }

    /** A remark about a field calls it by a name that the payload has. */
    @Test
    void knowsAFieldOfAutotaskForEachOfItsOwn() {
        Set<String> payload = names(AutotaskProject.class.getRecordComponents());

        assertThat(names(ProjectFields.class.getRecordComponents()).stream()
                        .flatMap(field -> ProjectFieldNames.allOf(field).stream()))
                .isSubsetOf(payload);
        assertThat(ProjectFieldNames.allOf("number")).isEmpty();
    }

    private static Set<String> names(RecordComponent... components) {
        return Stream.of(components).map(RecordComponent::getName).collect(Collectors.toSet());
    }
}
