package app.ascent.migration.spi;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * All reasons there are: the engine's own and those that entity types supply. What was found stays longer than the code that
 * found it, so a code that nobody knows any more is a reason all the same.
 */
@Component
public final class KnownReasons {

    private final Map<String, Reason> byCode = new LinkedHashMap<>();
    private final Set<String> comparing;

    /** An application in which two reasons have one code must not start. */
    public KnownReasons(List<EntityMigration<?, ?>> entities) {
        Reason.OF_ENGINE.forEach(this::add);
        entities.forEach(entity -> entity.reasons().forEach(this::add));
        comparing = entities.stream()
                .flatMap(entity -> entity.comparisons().stream())
                .map(comparison -> known(comparison).code())
                .collect(Collectors.toUnmodifiableSet());
    }

    private void add(Reason reason) {
        if (byCode.putIfAbsent(reason.code(), reason) != null) {
            throw new IllegalStateException("Two reasons have the code " + reason);
        }
    }

    private Reason known(Comparison comparison) {
        return find(comparison.reason().code())
                .filter(comparison.reason()::equals)
                .orElseThrow(() -> new IllegalStateException("No entity type supplies the reason " + comparison.reason()
                        + ", for which records are compared"));
    }

    /** Codes of those of which nothing would come if a record were tried again. */
    public Set<String> neverRetried() {
        return byCode.values().stream()
                .filter(reason -> reason.retry() == Reason.Retry.NEVER)
                .map(Reason::code)
                .collect(Collectors.toUnmodifiableSet());
    }

    public Optional<Reason> find(@Nullable String code) {
        return code == null ? Optional.empty() : Optional.ofNullable(byCode.get(code));
    }

    /**
     * The reason a record was found to have.
     *
     * @param level what it did to the record; of one that nobody knows, nothing else is known, so that the cause may lie on
     *     either side
     */
    public Reason found(String code, Reason.Level level) {
        return find(code).orElseGet(() -> new Reason(code, level, Reason.Retry.READ_ANEW));
    }

    /** Whether records have it because they are alike, so that it is about another record of their type. */
    public boolean compares(@Nullable String code) {
        return code != null && comparing.contains(code);
    }
}
