package app.ascent.files;

import app.ascent.files.NotCopied.Lines;
import app.ascent.identity.OrganizationId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What imports say of files that are not there, to everybody who would see them; nothing where nothing imports files. */
@Component
public class MissedFiles {

    private final ObjectProvider<NotCopied> imports;

    MissedFiles(ObjectProvider<NotCopied> imports) {
        this.imports = imports;
    }

    /** Asked for when somebody looks: whoever imports needs the records that files are attached to, which are made with this. */
    private Optional<NotCopied> imports() {
        return imports.stream().findFirst();
    }

    /**
     * Of those that would be listed on the page of a record, or would be attached to what has no page of its own.
     *
     * @param hidden kinds of record whose files are left out
     */
    public Lines of(OrganizationId organization, OwnerId record, boolean listed, Collection<String> hidden) {
        return imports()
                .map(from -> from.beside(organization, List.of(record), listed, hidden))
                .map(lines -> lines.get(record))
                .orElse(Lines.NONE);
    }

    /** Of those that would be attached to some records; whoever sees these may know. Those without any are absent. */
    public Map<UUID, Lines> of(OrganizationId organization, Collection<UUID> records) {
        return imports()
                .filter(_ -> !records.isEmpty())
                .map(from -> from.beside(
                        organization, records.stream().map(OwnerId::new).toList(), false, List.of()))
                .orElse(Map.of())
                .entrySet()
                .stream()
                .collect(Collectors.toMap(line -> line.getKey().value(), Map.Entry::getValue));
    }

    /** Where the scope is changed, if the last import left out all files. */
    public Optional<String> leftOut(OrganizationId organization) {
        return imports().flatMap(from -> from.leftOut(organization));
    }
}
