package app.ascent.crm;

import java.util.UUID;

/** Names one contact. */
public record ContactId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
