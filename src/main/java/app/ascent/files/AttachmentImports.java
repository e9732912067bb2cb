package app.ascent.files;

import app.ascent.identity.OrganizationId;
import app.ascent.record.imports.ImportedPart;
import app.ascent.record.imports.PartImports;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How an import writes attachments, whose content is kept before: {@link Contents#keep}. */
@Service
public class AttachmentImports extends PartImports<AttachmentFields> {

    private final AttachmentKinds kinds;

    AttachmentImports(JdbcClient jdbc, JdbcOperations bulk, Clock clock, AttachmentKinds kinds) {
        super(jdbc, bulk, clock, AttachmentRows.ATTACHMENTS);
        this.kinds = kinds;
    }

    /**
     * What is attached to a record that is gone by now is left out: no key of the table leads to so many kinds. A file that comes
     * without its content keeps what it has.
     */
    @Override
    @Transactional
    public void save(OrganizationId organization, List<ImportedPart<AttachmentFields>> batch) {
        Set<Owner> there = kinds.held(
                organization, batch.stream().map(each -> each.fields().owner()).toList());
        Map<UUID, AttachmentFields> known = read(
                organization,
                batch.stream()
                        .filter(each -> !each.fresh() && each.fields().leavesContent())
                        .map(ImportedPart::id)
                        .toList());
        super.save(
                organization,
                batch.stream()
                        .filter(each -> there.contains(each.fields().owner()))
                        .map(each -> keeping(each, known.get(each.id())))
                        .toList());
    }

    private static ImportedPart<AttachmentFields> keeping(
            ImportedPart<AttachmentFields> part, @Nullable AttachmentFields known) {
        return known == null
                ? part
                : new ImportedPart<>(
                        part.id(), part.fresh(), part.source(), part.fields().withContentOf(known), part.details());
    }
}
