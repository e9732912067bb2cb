package app.ascent.journey.people;

import app.ascent.identity.UserId;
import app.ascent.importing.MigrationService;
import app.ascent.importing.PersonRefused;
import app.ascent.importing.ReportName;
import app.ascent.importing.Somebody;
import app.ascent.importing.WhoIsWho;
import app.ascent.importing.WhoIsWho.Choice;
import app.ascent.importing.people.PersonChoice.Target;
import app.ascent.journey.Spreadsheet;
import app.ascent.journey.api.FindsMigration;
import app.ascent.journey.api.MigrationApi;
import app.ascent.migration.spi.MigrationId;
import app.ascent.web.Listing;
import app.ascent.web.Paging;
import app.ascent.web.Problems;
import de.siegmar.fastcsv.writer.CsvWriter;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.Pageable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Who people of Autotask are in Ascent, for programs. */
@RestController
@MigrationApi
@RequestMapping(MigrationApi.ROOT + "/migrations/{id}")
@PreAuthorize("hasAuthority('migrations.manage')")
@Tag(name = "Autotask migration people", description = "Who the people of Autotask are in Ascent. For the Owner alone.")
class PeopleController {

    /**
     * @param records how many records look them up; null before the first run
     * @param tickets how many they have, as Autotask had it when the latest run read them; null before the first run
     * @param openTickets those of them that go on
     * @param minutes that they worked
     * @param target what becomes of them
     * @param userId whom they are; for {@code USER} alone
     * @param chosen whether a person decided that, and not Ascent
     * @param waits whether that was decided since the latest run began
     */
    record PersonResponse(
            String resourceId,
            String name,
            @Nullable String email,
            boolean active,
            @Nullable Long records,
            @Nullable Long tickets,
            @Nullable Long openTickets,
            @Nullable Long minutes,
            Target target,
            @Nullable UUID userId,
            boolean chosen,
            boolean waits) {

        static PersonResponse of(Somebody somebody) {
            Target target = somebody.recognized().target();
            UserId user = somebody.recognized().user();
            boolean counted = somebody.byType() != null;
            return new PersonResponse(
                    Long.toString(somebody.person().id()),
                    somebody.person().name(),
                    somebody.person().email(),
                    somebody.person().active(),
                    counted ? somebody.records() : null,
                    counted ? somebody.work().tickets() : null,
                    counted ? somebody.work().open() : null,
                    counted ? somebody.work().minutes() : null,
                    target,
                    target == Target.USER && user != null ? user.value() : null,
                    somebody.recognized().chosen(),
                    somebody.waits());
        }
    }

    /** @param target {@code UNDECIDED} leaves them to Ascent again */
    record PersonRequest(
            @NotNull @Pattern(regexp = "\\d{1,18}") String resourceId, @NotNull Target target, @Nullable UUID userId) {}

    record PeopleRequest(@NotEmpty @Size(max = 500) List<@NotNull @Valid PersonRequest> items) {}

    private static final List<String> COLUMNS = List.of(
            "resourceId",
            "name",
            "email",
            "active",
            "records",
            "tickets",
            "openTickets",
            "minutes",
            "target",
            "userId",
            "userName");

    private final WhoIsWho who;
    private final MigrationService migrations;
    private final ReportName names;

    PeopleController(WhoIsWho who, MigrationService migrations, ReportName names) {
        this.who = who;
        this.migrations = migrations;
        this.names = names;
    }

    @GetMapping("/people")
    @Operation(
            summary = "List who people of Autotask are",
            description = "Those whom nobody has decided about and Ascent cannot tell come first.")
    @ApiResponse(responseCode = "200", description = "The people", useReturnTypeSchema = true)
    @FindsMigration
    Listing<PersonResponse> list(@PathVariable UUID id, @Valid PeopleFilter filter, @Valid Paging paging) {
        List<Somebody> found =
                who.of(new MigrationId(id)).stream().filter(filter::takes).toList();
        Pageable page = paging.pageable();
        List<Somebody> shown =
                found.stream().skip(page.getOffset()).limit(page.getPageSize()).toList();
        return Listing.of(new PageImpl<>(shown, page, found.size()), PersonResponse::of);
    }

    @GetMapping("/people.csv")
    @Operation(
            summary = "Download who people of Autotask are",
            description =
                    "All that fit the filters of the list, one a line, UTF-8, comma separated. Columns: resourceId, name, email, active, "
                            + "records, tickets, openTickets, minutes, target, userId, userName. A cell that a spreadsheet could take for a formula begins with an "
                            + "apostrophe.")
    @ApiResponse(
            responseCode = "200",
            description = "The table",
            content = @Content(mediaType = "text/csv", schema = @Schema(type = "string")))
    @FindsMigration
    ResponseEntity<String> csv(@PathVariable UUID id, @Valid PeopleFilter filter) {
        StringWriter table = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().build(table)) {
            csv.writeRecord(COLUMNS);
            who.of(new MigrationId(id)).stream()
                    .filter(filter::takes)
                    .map(PeopleController::row)
                    .forEach(csv::writeRecord);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(names.of(migrations.get(new MigrationId(id)), "csv", "people"))
                                .build()
                                .toString())
                .body(table.toString());
    }

    private static List<String> row(Somebody somebody) {
        PersonResponse person = PersonResponse.of(somebody);
        return Stream.of(
                        person.resourceId(),
                        person.name(),
                        person.email(),
                        Boolean.toString(person.active()),
                        number(person.records()),
                        number(person.tickets()),
                        number(person.openTickets()),
                        number(person.minutes()),
                        person.target().name(),
                        person.userId() == null ? null : person.userId().toString(),
                        person.userId() == null ? null : somebody.recognized().userName())
                .map(Spreadsheet::cell)
                .toList();
    }

    private static @Nullable String number(@Nullable Long number) {
        return number == null ? null : number.toString();
    }

    @PutMapping("/people")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Choose who people of Autotask are",
            description =
                    "Takes all of them or none; whoever is not named stays as they are. Holds from the next run on, which writes "
                            + "the records again that look these people up. Nobody is created or invited.")
    @ApiResponse(responseCode = "204", description = "Chosen")
    @ApiResponse(
            responseCode = "422",
            description = "There is no such person, or no such active member",
            content = @Content(schema = @Schema(implementation = ProblemDetail.class)))
    @FindsMigration
    void choose(@PathVariable UUID id, @Valid @RequestBody PeopleRequest request) {
        who.choose(
                new MigrationId(id),
                request.items().stream()
                        .map(item -> new Choice(
                                Long.parseLong(item.resourceId()),
                                item.target(),
                                item.userId() == null ? null : new UserId(item.userId())))
                        .toList());
    }

    @ExceptionHandler
    ProblemDetail refused(PersonRefused refusal) {
        return Problems.problem(HttpStatus.UNPROCESSABLE_CONTENT, "person-refused", refusal.getMessage());
    }
}
