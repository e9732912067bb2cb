package app.ascent.importing.attachment;

import app.ascent.files.NotCopied;
import app.ascent.files.OwnerId;
import app.ascent.identity.OrganizationId;
import app.ascent.importing.ImportPages;
import app.ascent.importing.Reasons;
import app.ascent.migration.AbsentRecords;
import app.ascent.migration.AbsentRecords.Absent;
import app.ascent.migration.spi.TargetId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Tells of files that were skipped or failed, by the titles of their reasons. */
@Component
class FilesNotCopied implements NotCopied {

    private final AbsentRecords absent;
    private final Reasons reasons;

    FilesNotCopied(AbsentRecords absent, Reasons reasons) {
        this.absent = absent;
        this.reasons = reasons;
    }

    @Override
    public Map<OwnerId, Lines> beside(
            OrganizationId organization, Collection<OwnerId> records, boolean listed, Collection<String> hidden) {
        Map<OwnerId, Lines> lines = new HashMap<>();
        absent
                .beside(
                        organization,
                        AttachmentMapper.TYPE,
                        records.stream().map(id -> new TargetId(id.value())).toList(),
                        listed,
                        hidden,
                        MOST)
                .stream()
                .collect(Collectors.groupingBy(Absent::beside))
                .forEach((record, files) -> lines.put(new OwnerId(record.value()), lines(files)));
        return lines;
    }

    private Lines lines(List<Absent> files) {
        return new Lines(
                files.stream()
                        .map(file -> new Missed(file.name(), reasons.title(file.code())))
                        .toList(),
                files.getFirst().of() - files.size());
    }

    @Override
    public Optional<String> leftOut(OrganizationId organization) {
        return absent.leftOut(organization, AttachmentMapper.TYPE).map(ImportPages::scope);
    }
}
