package app.ascent.importing.ticket;

import app.ascent.desk.TicketCategory;
import app.ascent.desk.TicketCategoryId;
import app.ascent.desk.TicketFields;
import app.ascent.importing.field.FieldReading;
import app.ascent.importing.field.Value;
import app.ascent.migration.spi.DecidableField;
import app.ascent.migration.spi.Dictionary;
import app.ascent.migration.spi.Finding;
import app.ascent.migration.spi.Save;
import app.ascent.text.Folded;
import app.ascent.text.Text;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The category of a ticket by its type of issue: one of that name, which is made when the first ticket needs it. */
final class IssueTypes {

    static final String FIELD = "issueType";

    /** The target of values that become a category of their name. */
    static final String CREATE = "CREATE";

    /** The target of values that say nothing. */
    static final String NONE = "NO_CATEGORY";

    private static final int NAME = 50;

    private IssueTypes() {}

    /** @param targets categories of the organization, and what else a value can become */
    static DecidableField decidable(DecidableField.Targets targets) {
        return new DecidableField(FIELD, targets, NONE, IssueTypes::proposal);
    }

    static DecidableField.Target target(TicketCategory category) {
        return new DecidableField.Target(category.id().toString(), category.name());
    }

    private static @Nullable String proposal(Dictionary.Entry entry, List<DecidableField.Target> offered) {
        if (entry.value().isEmpty()) {
            return NONE;
        }
        String name = categoryName(entry.label());
        return name == null
                ? null
                : offered.stream()
                        .filter(target -> target.label() != null
                                && Folded.key(target.label()).equals(Folded.key(name)))
                        .map(DecidableField.Target::key)
                        .findFirst()
                        .orElse(CREATE);
    }

    /** What a category made for a type of issue is called, or null where the type has no label. */
    static @Nullable String categoryName(@Nullable String label) {
        String name = Text.name(label);
        return name == null ? null : Text.name(Text.cut(name, NAME));
    }

    static @Nullable TicketCategoryId of(AutotaskTicket source, FieldReading reading) {
        String value = Value.listed(source.issueType());
        Dictionary.Entry entry =
                reading.entry(FIELD, Objects.requireNonNullElse(value, "")).orElse(null);
        String label = entry == null ? null : Text.name(entry.label());
        reading.keep(FIELD, label == null ? value : label);
        String target = entry == null ? null : entry.target();
        if (target == null) {
            if (value != null) {
                unlabelled(value, reading);
            }
            return null;
        }
        if (value != null && entry != null && !entry.active()) {
            reading.remark(Finding.unknownValue(FIELD, FieldReading.shown(value), label, label)
                    .saying("Autotask no longer offers %s. The category of that name was used.".formatted(label)));
        }
        return category(target, label);
    }

    private static void unlabelled(String value, FieldReading reading) {
        reading.remark(Finding.unknownValue(FIELD, FieldReading.shown(value), null, NONE));
        reading.unresolved(FIELD);
    }

    private static @Nullable TicketCategoryId category(String target, @Nullable String label) {
        return switch (target) {
            case NONE -> null;
            case CREATE -> {
                String name = categoryName(label);
                yield name == null ? null : TicketCategoryId.named(name);
            }
            default -> new TicketCategoryId(UUID.fromString(target));
        };
    }

    /** Categories of their types' names that these tickets need. */
    static Map<TicketCategoryId, String> needed(List<Save<TicketFields>> batch) {
        Map<TicketCategoryId, String> names = new LinkedHashMap<>();
        for (Save<TicketFields> save : batch) {
            TicketCategoryId category = save.values().categoryId();
            String name = categoryName(save.details().originals().get(FIELD));
            if (category != null && name != null && category.equals(TicketCategoryId.named(name))) {
                names.put(category, name);
            }
        }
        return names;
    }
}
