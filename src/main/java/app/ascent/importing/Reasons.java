package app.ascent.importing;

import app.ascent.migration.Reports.RecordView;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The plain title and sentence of each reason code. */
@Component
public class Reasons {

    private final MessageSource messages;

    public Reasons(MessageSource messages) {
        this.messages = messages;
    }

    /** An unknown code shows itself, never nothing. */
    public String title(String code) {
        return Objects.requireNonNullElse(message("reason." + code + ".title", code), code);
    }

    public String text(String code) {
        String fallback = "No explanation yet.";
        return Objects.requireNonNullElse(message("reason." + code + ".text", fallback), fallback);
    }

    /** What is to be said about a record: the mapper's own sentence where there is one, else that of the code. */
    public @Nullable String sentence(RecordView record) {
        String code = record.code();
        return record.detail() != null || code == null ? record.detail() : text(code);
    }

    private @Nullable String message(String key, String fallback) {
        return messages.getMessage(key, null, fallback, Locale.ENGLISH);
    }
}
