package app.ascent.files;

import app.ascent.audit.AuditedRecord;
import app.ascent.identity.OrganizationId;
import app.ascent.record.table.RecordReading;
import app.ascent.record.table.RecordRows;
import app.ascent.record.table.RecordView;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is attached to records of a kind that has a desk of its own, by whoever may change them.
 *
 * @param <V> a record as people see it
 */
public class RecordAttachments<F extends Record, V extends RecordView<?, F>> implements AttachmentsOf {

    /**
     * What a kind is called.
     *
     * @param kind its plural in addresses: {@code tasks}
     * @param page where the pages of its records are: {@code /tasks/}
     * @param permissions as those begin that lead to it: {@code projects}
     * @param auditedAs what audit entries call such a record
     */
    public record Words(String kind, String page, String permissions, String auditedAs) {

        public Words(String kind, String permissions, String auditedAs) {
            this(kind, "/" + kind + "/", permissions, auditedAs);
        }
    }

    private final Words words;
    private final RecordReading<F, V, ?> reading;
    private final RecordRows<F> rows;
    private final Function<F, @Nullable Owner> place;
    private final Predicate<F> closed;

    /** Of records that are never closed, and that have pages on which their files are listed. */
    public RecordAttachments(Words words, RecordReading<F, V, ?> reading, RecordRows<F> rows) {
        this(words, reading, rows, _ -> null, _ -> false);
    }

    /**
     * @param place on whose page the files are listed; null for the record's own
     * @param closed whether nothing is added
     */
    public RecordAttachments(
            Words words,
            RecordReading<F, V, ?> reading,
            RecordRows<F> rows,
            Function<F, @Nullable Owner> place,
            Predicate<F> closed) {
        this.words = words;
        this.reading = reading;
        this.rows = rows;
        this.place = place;
        this.closed = closed;
    }

    @Override
    public String kind() {
        return words.kind();
    }

    @Override
    public Rights rights() {
        return new Rights(words.permissions() + ".read", words.permissions() + ".update");
    }

    @Override
    public Optional<Subject> find(OrganizationId organization, OwnerId id) {
        return reading.find(organization, id.value()).map(record -> {
            Owner elsewhere = place.apply(record.fields());
            return new Subject(
                    elsewhere == null ? new Owner(words.kind(), id) : elsewhere,
                    record.name(),
                    words.page() + id,
                    new AuditedRecord(words.auditedAs(), record.address(), record.name()),
                    closed.test(record.fields()));
        });
    }

    @Override
    public Set<OwnerId> held(OrganizationId organization, Collection<OwnerId> ids) {
        return rows.held(organization, ids.stream().map(OwnerId::value).toList()).stream()
                .map(OwnerId::new)
                .collect(Collectors.toSet());
    }
}
