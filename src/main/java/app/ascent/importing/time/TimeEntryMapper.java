package app.ascent.importing.time;

import app.ascent.contracts.ContractId;
import app.ascent.desk.TicketId;
import app.ascent.desk.time.TimeEntryFields;
import app.ascent.identity.UserId;
import app.ascent.importing.Link;
import app.ascent.importing.Owner;
import app.ascent.importing.field.FieldReading;
import app.ascent.importing.field.Figures;
import app.ascent.importing.field.Named;
import app.ascent.importing.field.Originals;
import app.ascent.importing.field.Tables;
import app.ascent.importing.field.Tables.Resource;
import app.ascent.importing.field.Value;
import app.ascent.migration.spi.EntityType;
import app.ascent.migration.spi.Finding;
import app.ascent.migration.spi.Looked;
import app.ascent.migration.spi.Lookup;
import app.ascent.migration.spi.Mapped;
import app.ascent.migration.spi.Reason;
import app.ascent.migration.spi.References;
import app.ascent.migration.spi.SourceRef;
import app.ascent.projects.TaskId;
import app.ascent.text.Text;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a time entry is made of when it comes from an Autotask time entry. The rules are told in docs/mapping.md. */
final class TimeEntryMapper {

    static final EntityType TYPE = new EntityType("timeEntries");

    static final Reason NO_WORK_ITEM = Reason.skip("NO_WORK_ITEM", Reason.Retry.READ_ANEW);
    static final Reason OVER_A_DAY = Reason.remark("OVER_A_DAY");
    static final Set<Reason> REASONS = Set.of(NO_WORK_ITEM, OVER_A_DAY);

    static final Owner TICKET = new Owner(new EntityType("tickets"), "ticketID", "ticket", "ticket");
    static final Owner TASK = new Owner(new EntityType("tasks"), "taskID", "task", "task");

    static final String RESOURCE = "resourceID";
    static final String WORK_TYPE = "billingCodeID";
    static final String ROLE = "roleID";

    private static final String DATE = "dateWorked";
    private static final String START = "startDateTime";
    private static final String END = "endDateTime";
    private static final String HOURS = "hoursWorked";
    private static final String SUMMARY = "summaryNotes";

    private static final long DAY = 24 * 60;
    private static final int NAMED = 100;

    /** Stands in for what an invoice would say; what was noted for colleagues alone never does. */
    private static final String NO_DESCRIPTION = "(no description)";

    private static final String NOBODY = "(unknown)";

    private static final Originals<AutotaskTimeEntry> ORIGINALS = new Originals<>(
            AutotaskTimeEntry.class,
            Set.of(
                    "id",
                    DATE,
                    START,
                    END,
                    SUMMARY,
                    "internalNotes",
                    "ticketID",
                    "taskID",
                    RESOURCE,
                    "isNonBillable",
                    "contractID",
                    WORK_TYPE,
                    ROLE,
                    "internalBillingCodeID",
                    "billingApprovalResourceID",
                    "creatorUserID",
                    "lastModifiedUserID"),
            Set.of("billingApprovalDateTime", "createDateTime", "lastModifiedDateTime"));

    private TimeEntryMapper() {}

    static List<SourceRef> references(AutotaskTimeEntry source) {
        return Stream.of(
                        TICKET.reference(source.ticketID()),
                        TASK.reference(source.taskID()),
                        contract(source).reference())
                .flatMap(Optional::stream)
                .toList();
    }

    private static Link contract(AutotaskTimeEntry source) {
        return new Link("contractID", Link.CONTRACTS, source.contractID(), "contract");
    }

    /** How its description begins; never what was noted for colleagues alone. */
    static String name(AutotaskTimeEntry source) {
        String summary = Text.clean(source.summaryNotes());
        String line =
                summary == null ? null : Text.name(summary.lines().findFirst().orElse(""));
        return line == null ? "Time entry " + Text.clean(source.id()) : Text.cut(line, NAMED);
    }

    /** One that names both belongs to the ticket. */
    static Mapped<TimeEntryFields> map(AutotaskTimeEntry source, References references) {
        if (Text.clean(source.ticketID()) != null) {
            return TICKET.map(
                    source.ticketID(),
                    references,
                    ticket -> ready(source, new TicketId(ticket.value()), null, references));
        }
        if (Text.clean(source.taskID()) != null) {
            return TASK.map(
                    source.taskID(), references, task -> ready(source, null, new TaskId(task.value()), references));
        }
        return new Mapped.Skipped<>(Finding.of(NO_WORK_ITEM, TICKET.field(), null));
    }

    private static Mapped<TimeEntryFields> ready(
            AutotaskTimeEntry source, @Nullable TicketId ticket, @Nullable TaskId task, References references) {
        FieldReading reading = new FieldReading(TYPE.name(), references);
        Optional<Long> minutes = minutes(source, reading);
        if (minutes.isEmpty()) {
            return new Mapped.Rejected<>(List.of(
                    Finding.of(Reason.INVALID_VALUE, HOURS, FieldReading.shown(Text.clean(source.hoursWorked())))
                            .saying("Neither its hours nor its start and end say how long it took.")));
        }
        TimeEntryFields entry = reading.fitted(
                TimeEntryFields.FIELDS,
                entry(source, ticket, task, minutes.get(), reading, references),
                TimeFieldNames::of);
        if (ticket != null) {
            reading.keep(TASK.field(), source.taskID());
        }
        reading.keepNamed("internalBillingCodeID", source.internalBillingCodeID(), TimeLookUps.WORK_TYPES);
        reading.keepNamed("billingApprovalResourceID", source.billingApprovalResourceID(), Tables.RESOURCES);
        reading.keepNamed("creatorUserID", source.creatorUserID(), Tables.RESOURCES);
        reading.keepNamed("lastModifiedUserID", source.lastModifiedUserID(), Tables.RESOURCES);
        ORIGINALS.keep(source, reading);
        return new Mapped.Ready<>(entry, reading.details(), reading.findings(), Map.of(), Map.of(), reading.unsaid());
    }

    private static TimeEntryFields entry(
            AutotaskTimeEntry source,
            @Nullable TicketId ticket,
            @Nullable TaskId task,
            long minutes,
            FieldReading reading,
            References references) {
        var figures = new Figures(reading);
        Instant start = figures.time(START, source.startDateTime());
        boolean billable = !reading.flag("isNonBillable", source.isNonBillable(), false);
        Billing billing = Billing.of(source, billable, reading);
        Optional<Resource> worker = reading.person(RESOURCE, source.resourceID(), "team member");
        UserId member = worker.map(Resource::member).orElse(null);
        return new TimeEntryFields(
                day(source, reading, references),
                start,
                end(start, source, figures),
                minutes,
                Worked.toBill(source, minutes),
                description(source, reading),
                Text.clean(source.internalNotes()),
                ticket,
                task,
                null,
                null,
                contract(source).in(references, reading, ContractId::new),
                member,
                member == null ? worker.map(Resource::label).orElseGet(() -> nobody(source, reading)) : null,
                billable,
                billing.state(),
                billing.rate(),
                named(WORK_TYPE, source.billingCodeID(), TimeLookUps.WORK_TYPES, "work type", reading),
                named(ROLE, source.roleID(), TimeLookUps.ROLES, "role", reading),
                billing.invoiceNumber());
    }

    /** The time that was worked is never lost for the want of hours alone: between start and end there are some. */
    private static Optional<Long> minutes(AutotaskTimeEntry source, FieldReading reading) {
        Optional<Long> minutes = Worked.minutes(source);
        minutes.filter(_ -> Worked.entered(source).isEmpty())
                .ifPresent(between -> reading.substituted(
                        HOURS, source.hoursWorked(), "%d minutes from start to end".formatted(between)));
        minutes.filter(worked -> worked > DAY)
                .ifPresent(worked -> reading.remark(new Finding(
                                OVER_A_DAY,
                                HOURS,
                                FieldReading.shown(Text.clean(source.hoursWorked())),
                                null,
                                null,
                                null)
                        .saying("It has %,d hours and %d minutes, more than a day has."
                                .formatted(worked / 60, worked % 60))));
        return minutes;
    }

    private static LocalDate day(AutotaskTimeEntry source, FieldReading reading, References references) {
        LocalDate day = Worked.day(source, RunZone.of(references.dictionary()));
        if (Figures.day(source.dateWorked()) != null) {
            return day;
        }
        String odd = FieldReading.shown(Text.clean(source.dateWorked()));
        if (odd == null) {
            reading.substituted(DATE, null, day.toString());
        } else {
            reading.assumed(DATE);
            reading.remark(new Finding(Reason.INVALID_DATE, DATE, odd, null, day.toString(), null)
                    .saying("It is no date that can be, so the time stands at %s.".formatted(day)));
        }
        return day;
    }

    /** It may lie on the next day; before the start it lies never. */
    private static @Nullable Instant end(@Nullable Instant start, AutotaskTimeEntry source, Figures figures) {
        Instant end = figures.time(END, source.endDateTime());
        if (end == null || start == null || !end.isBefore(start)) {
            return end;
        }
        figures.reading()
                .remark(Finding.of(Reason.INVALID_DATE, END, end.toString())
                        .saying("It ends before it starts (%s), so its end was left out.".formatted(start)));
        figures.reading().unresolved(END);
        return null;
    }

    private static String description(AutotaskTimeEntry source, FieldReading reading) {
        String summary = Text.clean(source.summaryNotes());
        if (summary != null) {
            return summary;
        }
        reading.substituted(SUMMARY, null, NO_DESCRIPTION);
        return NO_DESCRIPTION;
    }

    /** Nobody's hours are lost because nobody knows whose they are. */
    private static String nobody(AutotaskTimeEntry source, FieldReading reading) {
        String value = Value.listed(source.resourceID());
        if (value != null) {
            return "Resource " + Text.cut(value, 50);
        }
        reading.substituted(RESOURCE, null, NOBODY);
        return NOBODY;
    }

    private static @Nullable String named(
            String field, @Nullable String raw, Lookup<? extends Named> table, String what, FieldReading reading) {
        String value = Value.listed(raw);
        if (value == null) {
            return null;
        }
        reading.keepNamed(field, raw, table);
        Looked<? extends Named> looked = reading.look(table, raw);
        String label = looked.first().map(Named::label).orElse(null);
        if (label == null) {
            reading.unresolved(field);
            if (looked instanceof Looked.Rows<?>) {
                reading.remark(Finding.of(Reason.REFERENCE_MISSING, field, FieldReading.shown(value))
                        .saying("Autotask does not list the %s it names, so it stands without one.".formatted(what)));
            }
        }
        return label;
    }
}
