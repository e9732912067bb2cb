package app.ascent.record.page;

import app.ascent.identity.CurrentUser;
import app.ascent.record.RecordNames;
import app.ascent.record.table.RecordView;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Component;

/** Other records that a form offers to choose from, by their ids. */
@Component
public class RecordChoices {

    /** As many as a list in a form can have. */
    public static final PageRequest MOST = PageRequest.of(0, 500);

    private final RecordNames names;
    private final CurrentUser currentUser;

    RecordChoices(RecordNames names, CurrentUser currentUser) {
        this.names = names;
        this.currentUser = currentUser;
    }

    /** @param present what is chosen now, or null; it stays on offer, wherever else it is missing */
    public Map<String, String> of(Page<? extends RecordView<?, ?>> some, @Nullable Object... present) {
        Map<String, String> choices = new LinkedHashMap<>();
        some.forEach(each -> choices.put(each.address(), each.name()));
        List<Object> missing = Stream.of(present)
                .filter(Objects::nonNull)
                .filter(id -> !choices.containsKey(id.toString()))
                .toList();
        Map<Object, String> called = names.of(currentUser.organization(), missing);
        missing.forEach(id -> choices.put(id.toString(), called.getOrDefault(id, id.toString())));
        return choices;
    }

    /** What a record is called; null where there is none, or none any more. */
    public @Nullable String name(@Nullable Object id) {
        return id == null
                ? null
                : names.of(currentUser.organization(), List.of(id)).get(id);
    }
}
