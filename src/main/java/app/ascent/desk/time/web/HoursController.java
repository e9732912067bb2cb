package app.ascent.desk.time.web;

import app.ascent.crm.ClientId;
import app.ascent.desk.time.HoursBy;
import app.ascent.desk.time.WorkedHours;
import app.ascent.identity.CurrentUser;
import app.ascent.record.FieldProblem;
import app.ascent.record.RecordRefused;
import app.ascent.web.Listing;
import app.ascent.web.Paging;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What was worked by client and month, for programs that compare it with what somebody else counted. */
@RestController
@RequestMapping("/api/v1/hours")
@Tag(name = "Time entries")
class HoursController {

    private static final String CLIENT = "client";
    private static final String MONTH = "month";

    private final WorkedHours hours;
    private final CurrentUser currentUser;

    HoursController(WorkedHours hours, CurrentUser currentUser) {
        this.hours = hours;
        this.currentUser = currentUser;
    }

    /** One sum as programs see it. */
    record HoursBody(
            @Nullable UUID clientId,
            @Nullable @Schema(type = "string", example = "2026-04") YearMonth month,
            @Schema(description = "All that was worked") long minutes,
            @Schema(
                            description =
                                    "What invoices count of entries that can be billed: their billableMinutes, else their minutes; on whichever invoice they are or may come to be")
                    long billableMinutes,
            @Schema(description = "What of billableMinutes is UNBILLED: neither approved nor on an invoice yet")
                    long unbilledMinutes) {

        static HoursBody of(HoursBy hours) {
            ClientId client = hours.client();
            return new HoursBody(
                    client == null ? null : client.value(),
                    hours.month(),
                    hours.minutes(),
                    hours.billableMinutes(),
                    hours.unbilledMinutes());
        }
    }

    /** The sums of the source, which side=source asks for, are told by whoever knows the source. */
    @GetMapping(params = "side!=source")
    @PreAuthorize("hasAuthority('time_entries.read')")
    @Operation(
            summary = "Sums up time entries by client, by month, or by both; the latest month first",
            description = "What is not asked for is null in each item. from and to are the first and the last day.")
    Listing<HoursBody> list(
            @Parameter(description = "client, month, or both with a comma between", example = "client,month")
                    @RequestParam(defaultValue = "client,month")
                    String by,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @Valid @ParameterObject Paging paging) {
        List<String> wanted = Arrays.asList(by.strip().split("\\s*,\\s*", -1));
        if (!Set.of(CLIENT, MONTH).containsAll(wanted)) {
            throw new RecordRefused.Invalid(List.of(FieldProblem.of("by", "hours-by")));
        }
        return Listing.of(
                hours.list(
                        currentUser.organization(),
                        wanted.contains(CLIENT),
                        wanted.contains(MONTH),
                        from,
                        to,
                        paging.pageable()),
                HoursBody::of);
    }
}
