package app.ascent.crm;

import app.ascent.identity.UserId;
import jakarta.persistence.AttributeConverter;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How the values of this module lie in columns; named by each entity, so that the public records stay free of JPA. */
final class ValueConverters {

    private ValueConverters() {}

    static final class OfType implements AttributeConverter<ClientType, String> {

        @Override
        public @Nullable String convertToDatabaseColumn(@Nullable ClientType type) {
            return type == null ? null : type.name();
        }

        @Override
        public @Nullable ClientType convertToEntityAttribute(@Nullable String column) {
            return column == null ? null : ClientType.valueOf(column);
        }
    }

    static final class OfStatus implements AttributeConverter<RecordStatus, String> {

        @Override
        public @Nullable String convertToDatabaseColumn(@Nullable RecordStatus status) {
            return status == null ? null : status.name();
        }

        @Override
        public @Nullable RecordStatus convertToEntityAttribute(@Nullable String column) {
            return column == null ? null : RecordStatus.valueOf(column);
        }
    }

    static final class OfUser implements AttributeConverter<UserId, UUID> {

        @Override
        public @Nullable UUID convertToDatabaseColumn(@Nullable UserId user) {
            return user == null ? null : user.value();
        }

        @Override
        public @Nullable UserId convertToEntityAttribute(@Nullable UUID column) {
            return column == null ? null : new UserId(column);
        }
    }

    static final class OfClient implements AttributeConverter<ClientId, UUID> {

        @Override
        public @Nullable UUID convertToDatabaseColumn(@Nullable ClientId client) {
            return client == null ? null : client.value();
        }

        @Override
        public @Nullable ClientId convertToEntityAttribute(@Nullable UUID column) {
            return column == null ? null : new ClientId(column);
        }
    }
}
