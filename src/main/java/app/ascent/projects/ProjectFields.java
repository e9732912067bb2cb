package app.ascent.projects;

import app.ascent.contracts.ContractId;
import app.ascent.crm.ClientId;
import app.ascent.identity.UserId;
import app.ascent.record.field.BySource;
import app.ascent.record.field.Fields;
import app.ascent.record.field.Line;
import app.ascent.record.field.LongText;
import app.ascent.record.field.Minutes;
import app.ascent.record.field.Otherwise;
import app.ascent.record.field.Percent;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a project that an import can fill.
 *
 * @param number by {@link ProjectNumbers}, also where an import brings the project; null only until then
 * @param sourceNumber what the source called it, by which people look for it
 * @param leadName who leads it where that is no user
 */
public record ProjectFields(
        @Line(255) String name,
        @BySource @Line(20) @Nullable String number,
        @BySource @Line(50) @Nullable String sourceNumber,
        ClientId clientId,
        @Nullable ContractId contractId,
        @Nullable UserId leadId,
        @Line(200) @Nullable String leadName,
        @Otherwise("CLIENT") ProjectType type,
        @Otherwise("PLANNING") ProjectStatus status,
        @Nullable LocalDate startDate,
        @Nullable LocalDate endDate,
        @Nullable Instant completedAt,
        @Minutes @Nullable Long estimatedMinutes,
        @Minutes @Nullable Long actualMinutes,
        @Percent @Nullable Long percentComplete,
        @LongText @Nullable String description,
        @LongText @Nullable String statusNote) {

    public static final Fields<ProjectFields> FIELDS = Fields.of(ProjectFields.class);

    /** Stands for a day that nobody has set, so that projects can be sorted by it. */
    static final LocalDate NEVER = LocalDate.of(9999, 12, 31);

    LocalDate startsOn() {
        return startDate == null ? NEVER : startDate;
    }

    LocalDate endsOn() {
        return endDate == null ? NEVER : endDate;
    }
}
