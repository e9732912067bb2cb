package app.ascent.contracts;

import app.ascent.identity.OrganizationId;
import app.ascent.record.RecordNames;
import app.ascent.record.imports.ImportDeed;
import app.ascent.record.imports.ImportTelling;
import app.ascent.record.imports.Overwritten;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/** Tells, in the activity of contracts, what an import overwrote. */
@Service
public class ContractActivity {

    private final ImportTelling telling;
    private final RecordNames names;

    ContractActivity(ImportTelling telling, RecordNames names) {
        this.telling = telling;
        this.names = names;
    }

    public void contracts(OrganizationId organization, ImportDeed deed, List<Overwritten<ContractFields>> records) {
        telling.overwritten(
                organization, deed, Contracts.AUDITED_AS, ContractFields.FIELDS, ContractFields::name, records);
    }

    /** Links that people chose and that gave way. */
    public void links(
            OrganizationId organization,
            ImportDeed deed,
            ContractImports.Link link,
            List<ContractImports.OwnLink> lost) {
        Map<Object, String> called = names.of(
                organization,
                lost.stream()
                        .flatMap(each -> Stream.of(each.contract(), each.before(), each.after()))
                        .filter(Objects::nonNull)
                        .toList());
        String field =
                switch (link) {
                    case RENEWED_BY -> "Renewed by";
                    case EXCLUSION -> "Exclusion contract";
                };
        telling.lines(
                organization,
                deed,
                Contracts.AUDITED_AS,
                lost.stream()
                        .map(each -> new ImportTelling.Line(
                                each.contract().value(),
                                called.getOrDefault(
                                        each.contract(), each.contract().toString()),
                                field,
                                each.before() == null ? null : called.get(each.before()),
                                called.get(each.after())))
                        .toList());
    }
}
