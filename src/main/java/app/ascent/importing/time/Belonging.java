package app.ascent.importing.time;

import app.ascent.importing.field.Value;
import java.util.Arrays;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** To what each record of a type belongs, by number: of hundreds of thousands two numbers each. They are added in their order. */
final class Belonging {

    private long[] ids = new long[1 << 10];
    private long[] owners = new long[1 << 10];
    private int size;

    void add(long id, @Nullable String owner) {
        OptionalLong named = Value.id(owner);
        if (named.isEmpty()) {
            return;
        }
        if (size == ids.length) {
            ids = Arrays.copyOf(ids, 2 * size);
            owners = Arrays.copyOf(owners, 2 * size);
        }
        ids[size] = id;
        owners[size] = named.getAsLong();
        size++;
    }

    OptionalLong of(OptionalLong id) {
        int at = id.isPresent() ? Arrays.binarySearch(ids, 0, size, id.getAsLong()) : -1;
        return at < 0 ? OptionalLong.empty() : OptionalLong.of(owners[at]);
    }
}
