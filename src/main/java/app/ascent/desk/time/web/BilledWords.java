package app.ascent.desk.time.web;

import app.ascent.desk.time.BillingState;
import app.ascent.desk.time.TimeEntryBilled;
import app.ascent.record.page.RecordWords;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says why an entry can no longer be changed. */
@Component
class BilledWords {

    private final RecordWords words;

    BilledWords(RecordWords words) {
        this.words = words;
    }

    String why(TimeEntryBilled refusal) {
        return why(refusal.state(), refusal.invoiceNumber());
    }

    String why(BillingState state, @Nullable String invoice) {
        if (state == BillingState.APPROVED) {
            return words.say("time-tracking.billed.APPROVED");
        }
        return invoice == null
                ? words.say("time-tracking.billed.INVOICED")
                : words.say("time-tracking.billed.INVOICED.on", invoice);
    }
}
