package app.ascent.conversation;

import app.ascent.identity.OrganizationId;
import app.ascent.record.table.RecordReading;
import app.ascent.record.table.RecordRows;
import app.ascent.record.table.RecordView;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What is said about records of a kind that has a desk of its own, by whoever may change them.
 *
 * @param <V> a record as people see it
 */
public class RecordConversations<F extends Record, V extends RecordView<?, F>> implements ConversationsOf {

    /**
     * What a kind is called.
     *
     * @param kind its plural in addresses: {@code tasks}
     * @param permissions as those begin that lead to it: {@code projects}
     * @param auditedAs what audit entries call such a record
     */
    public record Words(String kind, String permissions, String auditedAs) {}

    private final Words words;
    private final RecordReading<F, V, ?> reading;
    private final RecordRows<F> rows;
    private final Predicate<F> closed;

    /** @param closed whether nothing is added to what was said about a record */
    public RecordConversations(Words words, RecordReading<F, V, ?> reading, RecordRows<F> rows, Predicate<F> closed) {
        this.words = words;
        this.reading = reading;
        this.rows = rows;
        this.closed = closed;
    }

    @Override
    public String kind() {
        return words.kind();
    }

    @Override
    public String readAuthority() {
        return words.permissions() + ".read";
    }

    @Override
    public String writeAuthority() {
        return words.permissions() + ".update";
    }

    @Override
    public Optional<Subject> find(OrganizationId organization, OwnerId id) {
        return reading.find(organization, id.value())
                .map(record -> new Subject(
                        record.name(), "/" + words.kind() + "/" + id, words.auditedAs(), closed.test(record.fields())));
    }

    @Override
    public Set<OwnerId> held(OrganizationId organization, Collection<OwnerId> ids) {
        return rows.held(organization, ids.stream().map(OwnerId::value).toList()).stream()
                .map(OwnerId::new)
                .collect(Collectors.toSet());
    }
}
