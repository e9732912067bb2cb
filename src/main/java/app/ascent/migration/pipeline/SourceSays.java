package app.ascent.migration.pipeline;

import app.ascent.migration.spi.EntityMigration;
import app.ascent.migration.spi.Mapped;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * What the source has to say about the fields of one record, beside the values that mapping made of it.
 *
 * @param silent fields of Ascent about which it says nothing: it has no such field, did not send it, or sent something
 *     that nobody could resolve
 * @param assumed fields of Ascent that it left empty, and in which something stands in
 */
record SourceSays(Set<String> silent, Set<String> assumed) {

    /** Something, plainly nothing, or not a word. */
    enum Word {
        VALUE,
        NOTHING,
        SILENCE
    }

    static final SourceSays EVERYTHING = new SourceSays(Set.of(), Set.of());

    /** @param values the mapped fields as JSON */
    static <T> SourceSays of(EntityMigration<?, T> entity, Mapped.Unsaid unsaid, String payload, JsonNode values) {
        Set<String> sent = new HashSet<>();
        Json.tree(payload).propertyNames().forEach(name -> sent.add(name.toLowerCase(Locale.ROOT)));
        Set<String> silent = new HashSet<>();
        Set<String> assumed = new HashSet<>();
        for (String field : values.propertyNames()) {
            String source = entity.sourceField(field);
            boolean mentioned =
                    entity.sourceFields(field).stream().anyMatch(name -> sent.contains(name.toLowerCase(Locale.ROOT)));
            if (!mentioned
                    || unsaid.unresolved().contains(source)
                    || unsaid.held().containsKey(source)) {
                silent.add(field);
            } else if (unsaid.assumed().contains(source)) {
                assumed.add(field);
            }
        }
        return new SourceSays(silent, assumed);
    }

    Word of(String field, boolean empty) {
        if (silent.contains(field)) {
            return Word.SILENCE;
        }
        return empty || assumed.contains(field) ? Word.NOTHING : Word.VALUE;
    }
}
