package app.ascent.record.page;

import app.ascent.identity.CurrentUser;
import app.ascent.record.RecordNames;
import app.ascent.record.field.Ids;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Links to records that another one refers to, of whatever kinds; to one that is gone by now there is none. */
@Component
public class RecordLinks {

    private final RecordNames names;
    private final CurrentUser currentUser;

    RecordLinks(RecordNames names, CurrentUser currentUser) {
        this.names = names;
        this.currentUser = currentUser;
    }

    /** By their ids; null refers to nothing. */
    public Map<Object, Named> to(@Nullable Record... ids) {
        Map<Object, Named> links = new HashMap<>();
        names.of(
                        currentUser.organization(),
                        Stream.of(ids).filter(Objects::nonNull).toList())
                .forEach((id, name) ->
                        links.put(id, new Named(Ids.of(id.getClass()).value(id), name)));
        return links;
    }
}
