package app.ascent.desk;

import app.ascent.identity.CurrentUser;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says who ticked the lines of a checklist and when: whoever does so in Ascent cannot say it was somebody else. */
@Component
class Ticking {

    private final CurrentUser currentUser;
    private final Clock clock;

    Ticking(CurrentUser currentUser, Clock clock) {
        this.currentUser = currentUser;
        this.clock = clock;
    }

    /** Lines that were ticked before keep what is known of that. */
    TicketFields ticked(TicketFields ticket, @Nullable TicketFields present) {
        List<ChecklistLine> done = new ArrayList<>();
        if (present != null) {
            present.checklist().stream().filter(ChecklistLine::done).forEach(done::add);
        }
        List<ChecklistLine> lines = ticket.checklist().stream()
                .map(line -> line.done() ? ticked(line, done) : line)
                .toList();
        return TicketFields.FIELDS.with(ticket, "checklist", lines);
    }

    private ChecklistLine ticked(ChecklistLine line, List<ChecklistLine> done) {
        for (ChecklistLine before : done) {
            if (before.text().equals(line.text())) {
                done.remove(before);
                return new ChecklistLine(line.text(), true, line.important(), before.doneBy(), before.doneAt());
            }
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        return new ChecklistLine(
                line.text(), true, line.important(), currentUser.get().name(), now);
    }
}
