package app.ascent.journey.hours;

import app.ascent.importing.MigrationService;
import app.ascent.importing.SourceHours;
import app.ascent.importing.SourceHours.Sum;
import app.ascent.journey.api.MigrationApi;
import app.ascent.migration.MigrationView;
import app.ascent.web.Listing;
import app.ascent.web.Paging;
import app.ascent.web.Problems;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the source says was worked, for programs that compare it with what stands in Ascent. */
@RestController
@MigrationApi
@RequestMapping("/api/v1/hours")
@PreAuthorize("hasAuthority('migrations.manage')")
@Tag(name = "Time entries")
class HoursController {

    private static final String CLIENT = "client";
    private static final String MONTH = "month";
    private static final int MIGRATIONS = 100;

    /**
     * @param clientId null where it is not asked for, and where the company is not in Ascent
     * @param minutes of every entry that was sent, also of those that were not imported
     */
    record SourceHoursBody(
            @Nullable UUID clientId,
            @Nullable @Schema(type = "string", example = "2026-04") YearMonth month,
            long minutes,
            long billableMinutes,
            @Nullable @Schema(description = "null: only billing items tell, record by record, what is unbilled")
                    Long unbilledMinutes) {}

    /** Neither of the two. */
    @SuppressWarnings("serial") // thrown and caught, never written to a stream
    private static final class UnknownGrouping extends RuntimeException {}

    private record Group(@Nullable UUID client, @Nullable YearMonth month) {}

    private final MigrationService migrations;
    private final SourceHours hours;

    HoursController(MigrationService migrations, SourceHours hours) {
        this.migrations = migrations;
        this.hours = hours;
    }

    @GetMapping(params = "side=source")
    @Operation(
            summary = "Sums up the time that Autotask sent by client, by month, or by both; the latest month first",
            description =
                    "For the Owner alone. Of all migrations of the organization, from what was last read; hours become minutes as in the import, and what does not say how long it took counts nowhere. unbilledMinutes is null on this side.")
    Listing<SourceHoursBody> list(
            @Parameter(description = "source") @RequestParam String side,
            @Parameter(description = "client, month, or both with a comma between", example = "client,month")
                    @RequestParam(defaultValue = "client,month")
                    String by,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @Valid @ParameterObject Paging paging) {
        List<String> wanted = Arrays.asList(by.strip().split("\\s*,\\s*", -1));
        if (!Set.of(CLIENT, MONTH).containsAll(wanted)) {
            throw new UnknownGrouping();
        }
        List<SourceHoursBody> all = sums(wanted.contains(CLIENT), wanted.contains(MONTH), from, to);
        Pageable page = paging.pageable();
        int first = (int) Math.min(all.size(), page.getOffset());
        return Listing.of(
                new PageImpl<>(all.subList(first, Math.min(all.size(), first + page.getPageSize())), page, all.size()),
                body -> body);
    }

    private List<SourceHoursBody> sums(
            boolean byClient, boolean byMonth, @Nullable LocalDate from, @Nullable LocalDate to) {
        Map<Group, long[]> totals = new HashMap<>();
        for (MigrationView migration :
                migrations.list(PageRequest.of(0, MIGRATIONS)).getContent()) {
            for (Sum sum : hours.of(migration.id(), from, to).sums()) {
                long[] total = totals.computeIfAbsent(
                        new Group(byClient ? sum.client() : null, byMonth ? sum.month() : null), group -> new long[2]);
                total[0] += sum.minutes();
                total[1] += sum.billableMinutes();
            }
        }
        return totals.entrySet().stream()
                .map(each -> new SourceHoursBody(
                        each.getKey().client(), each.getKey().month(), each.getValue()[0], each.getValue()[1], null))
                .sorted(Comparator.comparing(
                                SourceHoursBody::month, Comparator.nullsLast(Comparator.<YearMonth>reverseOrder()))
                        .thenComparing(
                                body -> body.clientId() == null
                                        ? null
                                        : body.clientId().toString(),
                                Comparator.nullsLast(Comparator.<String>naturalOrder())))
                .toList();
    }

    @ExceptionHandler(UnknownGrouping.class)
    ProblemDetail refused() {
        ProblemDetail problem =
                Problems.problem(HttpStatus.UNPROCESSABLE_CONTENT, "invalid-request", "by is client, month, or both.");
        problem.setProperty("field", "by");
        return problem;
    }
}
