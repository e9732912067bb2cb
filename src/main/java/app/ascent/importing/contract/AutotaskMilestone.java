package app.ascent.importing.contract;

import app.ascent.text.Text;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.jspecify.annotations.Nullable;

/** What is paid when a part of the work is done. */
@JsonIgnoreProperties(ignoreUnknown = true)
record AutotaskMilestone(
        @Nullable String id,
        @Nullable String contractID,
        @Nullable String title,
        @Nullable String description,
        @Nullable String amount,
        @Nullable String dateDue,
        @Nullable String status) {

    String called() {
        String called = Text.name(title);
        return called == null ? "Milestone " + Text.clean(id) : called;
    }
}
