package app.ascent.crm;

import app.ascent.record.RecordStatus;
import org.jspecify.annotations.Nullable;

/** A client to choose, with what tells it from others of its name. */
public record ClientChoice(ClientId id, String name, @Nullable String number, @Nullable String city, boolean active) {

    static ClientChoice of(ClientView client) {
        ClientFields fields = client.fields();
        return new ClientChoice(
                client.id(), fields.name(), fields.number(), fields.city(), fields.status() == RecordStatus.ACTIVE);
    }
}
