package app.ascent.contracts;

import app.ascent.identity.OrganizationId;
import app.ascent.record.imports.ImportDeed;
import app.ascent.record.imports.ImportTelling;
import app.ascent.record.imports.Overwritten;
import java.util.List;
import org.springframework.stereotype.Service;

/** Tells, in the activity of contracts, what an import overwrote. */
@Service
public class ContractActivity {

    private final ImportTelling telling;

    ContractActivity(ImportTelling telling) {
        this.telling = telling;
    }

    public void contracts(OrganizationId organization, ImportDeed deed, List<Overwritten<ContractFields>> records) {
        telling.overwritten(
                organization, deed, Contracts.AUDITED_AS, ContractFields.FIELDS, ContractFields::name, records);
    }
}
