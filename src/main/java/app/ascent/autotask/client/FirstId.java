package app.ascent.autotask.client;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import tools.jackson.core.JacksonException;

/** Finds out which record an answer is about that is too long to be read to its end. */
final class FirstId {

    private FirstId() {}

    /** The id of its first record, if it stands in what was read. */
    static OptionalLong in(Body body) {
        List<Long> ids = new ArrayList<>();
        try (Walk walk = Walk.of(body)) {
            walk.object(name -> {
                if (name.equals("items")) {
                    walk.array(() -> walk.object(field -> {
                        Long id = field.equals("id") ? Loose.number(walk.value()) : null;
                        if (id != null) {
                            ids.add(id);
                        }
                    }));
                }
            });
        } catch (JacksonException | IOException e) {
            // The end is missing, as it must be.
            return first(ids);
        }
        return first(ids);
    }

    private static OptionalLong first(List<Long> ids) {
        return ids.isEmpty() ? OptionalLong.empty() : OptionalLong.of(ids.getFirst());
    }
}
