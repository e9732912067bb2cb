package app.ascent.record.page;

import app.ascent.record.field.Field;
import app.ascent.record.field.Ids;
import app.ascent.record.table.RecordTable;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.ToStringSerializer;

/** An id is its text in the JSON of the API, and is described as that. */
@Configuration(proxyBeanMethods = false)
class RecordJson {

    private final Set<Class<?>> ids;

    RecordJson(List<RecordTable<?>> tables) {
        this.ids = tables.stream()
                .flatMap(table -> table.fields().all().stream())
                .filter(Field::isReference)
                .map(Field::type)
                .collect(Collectors.toSet());
        ids.forEach(type -> SpringDocUtils.getConfig().replaceWithClass(type, UUID.class));
    }

    @Bean
    JacksonModule idsAsTexts() {
        SimpleModule module = new SimpleModule("ids as texts");
        ids.forEach(type -> add(module, type));
        return module;
    }

    private static <I> void add(SimpleModule module, Class<I> type) {
        module.addSerializer(type, ToStringSerializer.instance);
        module.addDeserializer(type, new OfId<>(type));
    }

    /** Events that were written down before an id became a text are objects. */
    private static final class OfId<I> extends ValueDeserializer<I> {

        private final Class<I> type;

        OfId(Class<I> type) {
            this.type = type;
        }

        @Override
        public I deserialize(JsonParser parser, DeserializationContext context) {
            JsonNode sent = context.readTree(parser);
            Object id = Ids.parsed(type, (sent.isObject() ? sent.path("value") : sent).asString());
            return type.cast(id == null ? context.handleUnexpectedToken(context.constructType(type), parser) : id);
        }
    }
}
