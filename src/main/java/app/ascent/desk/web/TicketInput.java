package app.ascent.desk.web;

import app.ascent.contracts.OrganizationDays;
import app.ascent.desk.ChecklistLine;
import app.ascent.desk.TicketView;
import app.ascent.identity.CurrentUser;
import app.ascent.record.field.Entered;
import app.ascent.record.page.PeopleChoices;
import app.ascent.text.Text;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

/** Between what people type in the form of a ticket and what its fields hold. */
@Component
class TicketInput {

    static final String DUE = "dueAt";
    static final String CHECKLIST = "checklist";

    private final OrganizationDays days;
    private final CurrentUser currentUser;

    TicketInput(OrganizationDays days, CurrentUser currentUser) {
        this.days = days;
        this.currentUser = currentUser;
    }

    /** @param ticket whose form it is, or null for a new one */
    Entered of(MultiValueMap<String, String> sent, @Nullable TicketView ticket) {
        Entered entered = Entered.form(sent).with("people", PeopleChoices.entered(sent));
        for (String several : List.of("contactIds", "assetIds")) {
            entered = entered.with(several, String.join("\n", sent.getOrDefault(several, List.of())));
        }
        return entered.with(DUE, due(entered.raw(DUE))).with(CHECKLIST, checklist(entered.raw(CHECKLIST), ticket));
    }

    /** People mean a time where they are; what is none stays, to be shown beside its problem. */
    private @Nullable String due(@Nullable String typed) {
        try {
            return typed == null || typed.isBlank()
                    ? null
                    : LocalDateTime.parse(typed.strip())
                            .atZone(zone())
                            .toInstant()
                            .toString();
        } catch (DateTimeParseException none) {
            return typed;
        }
    }

    /** The other way round, as the browser's field has it. */
    String dueTyped(Entered entered) {
        String raw = Objects.requireNonNullElse(entered.raw(DUE), "");
        try {
            return Instant.parse(raw)
                    .atZone(zone())
                    .toLocalDateTime()
                    .truncatedTo(ChronoUnit.MINUTES)
                    .toString();
        } catch (DateTimeParseException none) {
            return raw;
        }
    }

    /** What was ticked off stays so, and by whom, as long as its text is there. */
    private static String checklist(@Nullable String typed, @Nullable TicketView ticket) {
        List<ChecklistLine> present =
                new ArrayList<>(ticket == null ? List.of() : ticket.fields().checklist());
        return Objects.requireNonNullElse(typed, "")
                .lines()
                .filter(line -> Text.name(line) != null)
                .map(line -> kept(present, ChecklistLine.of(line.strip())).line())
                .collect(Collectors.joining("\n"));
    }

    private static ChecklistLine kept(List<ChecklistLine> present, ChecklistLine typed) {
        for (ChecklistLine line : present) {
            if (line.text().equals(typed.text()) && !typed.done()) {
                present.remove(line);
                return line;
            }
        }
        return typed;
    }

    String checklistTyped(Entered entered) {
        return Objects.requireNonNullElse(entered.raw(CHECKLIST), "")
                .lines()
                .filter(line -> Text.name(line) != null)
                .map(line -> ChecklistLine.of(line).text())
                .collect(Collectors.joining("\n"));
    }

    private ZoneId zone() {
        return days.zone(currentUser.organization());
    }
}
