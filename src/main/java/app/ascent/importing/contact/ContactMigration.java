package app.ascent.importing.contact;

import app.ascent.crm.ContactFields;
import app.ascent.crm.ContactId;
import app.ascent.crm.ContactImports;
import app.ascent.importing.AutotaskSource;
import app.ascent.importing.ImportBatch;
import app.ascent.importing.Owner;
import app.ascent.importing.RecordMigration;
import app.ascent.migration.spi.Afterwards;
import app.ascent.migration.spi.Afterwards.Share;
import app.ascent.migration.spi.Comparison;
import app.ascent.migration.spi.Conflicts;
import app.ascent.migration.spi.EntityType;
import app.ascent.migration.spi.Finding;
import app.ascent.migration.spi.Lookup;
import app.ascent.migration.spi.LostLink;
import app.ascent.migration.spi.Mapped;
import app.ascent.migration.spi.Match;
import app.ascent.migration.spi.Reason;
import app.ascent.migration.spi.References;
import app.ascent.migration.spi.RunContext;
import app.ascent.migration.spi.Save;
import app.ascent.migration.spi.SourceId;
import app.ascent.migration.spi.SourceRef;
import app.ascent.migration.spi.TargetId;
import app.ascent.record.imports.Overwritten;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.springframework.stereotype.Component;

/** Contacts of Autotask become contacts of the clients their companies became. */
@Component
class ContactMigration extends RecordMigration<AutotaskContact, ContactFields> {

    private static final String CLIENT = "clientId";

    private final ContactImports contacts;

    ContactMigration(AutotaskSource autotask, ContactImports contacts, ImportBatch batches) {
        super(autotask, contacts, ContactFields.FIELDS, batches);
        this.contacts = contacts;
    }

    @Override
    public EntityType type() {
        return ContactMapper.TYPE;
    }

    @Override
    public Set<EntityType> dependsOn() {
        return Set.of(Owner.CLIENT.type());
    }

    @Override
    public String path() {
        return "Contacts";
    }

    @Override
    public String becomes() {
        return "contacts";
    }

    @Override
    public Class<ContactId> ids() {
        return ContactId.class;
    }

    @Override
    public String pageCommand() {
        return "Code=OpenContact&ContactID=";
    }

    @Override
    public Class<AutotaskContact> payload() {
        return AutotaskContact.class;
    }

    @Override
    public Set<String> indispensable() {
        return Set.of(ContactMapper.COMPANY, "lastName");
    }

    @Override
    public Set<Reason> reasons() {
        return ContactReasons.ALL;
    }

    @Override
    public List<Comparison> comparisons() {
        return List.of(new Comparison(ContactReasons.SAME_EMAIL, "emailAddress", true));
    }

    @Override
    public String name(AutotaskContact source) {
        return ContactMapper.name(source);
    }

    @Override
    public List<SourceRef> references(AutotaskContact source) {
        return ContactMapper.company(source).stream().toList();
    }

    @Override
    public List<Lookup.Key> lookUps(AutotaskContact source) {
        return ContactMapper.lookUps(source);
    }

    @Override
    public Mapped<ContactFields> map(SourceId id, AutotaskContact source, References references) {
        return ContactMapper.map(id, source, references);
    }

    @Override
    public String sourceField(String field) {
        return ContactFieldNames.of(field);
    }

    @Override
    public Set<String> sourceFields(String field) {
        return ContactFieldNames.allOf(field);
    }

    @Override
    public Set<String> written(String sourceField) {
        return ContactFieldNames.addresses(sourceField).orElseGet(() -> super.written(sourceField));
    }

    @Override
    public Map<SourceId, Match> match(RunContext run, Map<SourceId, ContactFields> unseen) {
        List<ContactImports.Candidate> candidates = unseen.entrySet().stream()
                .map(entry -> candidate(entry.getKey(), entry.getValue()))
                .toList();
        return ImportBatch.matches(contacts.match(
                run.organization(), run.source().system(), run.source().database(), candidates));
    }

    @Override
    public void save(RunContext run, List<Save<ContactFields>> batch) {
        List<Overwritten<ContactFields>> moved = moved(run, batch);
        batches.save(
                run,
                batch,
                (records, complete) -> contacts.save(run.organization(), records, complete),
                batches.activity()::contacts);
        if (!moved.isEmpty()) {
            batches.activity().contacts(run.organization(), batches.move(run), moved);
        }
    }

    /** Known contacts that go to another client, save those whose client a person chose: of these it is told anyhow. */
    private List<Overwritten<ContactFields>> moved(RunContext run, List<Save<ContactFields>> batch) {
        List<Save<ContactFields>> updates =
                batch.stream().filter(save -> save.kind() == Save.Kind.UPDATE).toList();
        if (updates.isEmpty()) {
            return List.of();
        }
        Map<TargetId, ContactFields> before =
                read(run, updates.stream().map(Save::target).toList());
        List<Overwritten<ContactFields>> moved = new ArrayList<>();
        for (Save<ContactFields> save : updates) {
            ContactFields stands = before.get(save.target());
            Save.Loss<ContactFields> loss = save.loss();
            boolean told = loss != null && loss.fields().contains(CLIENT);
            if (stands != null
                    && !told
                    && !stands.clientId().equals(save.values().clientId())) {
                moved.add(new Overwritten<>(save.target().value(), stands, save.values(), Set.of(CLIENT)));
            }
        }
        return moved;
    }

    @Override
    public List<LostLink> lostLinks(RunContext run) {
        return contacts
                .chosenPrimaries(
                        run.organization(),
                        new ContactImports.Electorate(
                                run.source().system(), run.source().database(), 0, 1))
                .stream()
                .map(lost -> new LostLink(
                        new SourceId(lost.sourceId()),
                        new TargetId(lost.contact().value()),
                        ContactMapper.PRIMARY,
                        lost.holderName(),
                        lost.name()))
                .toList();
    }

    /** Who is primary shows only when all contacts of a client are there. */
    @Override
    public List<Afterwards> afterwards() {
        return List.of((Afterwards.Shares) this::elect);
    }

    private void elect(RunContext run, Share share, BiConsumer<SourceId, Finding> remarks) {
        ContactImports.Election election = contacts.electPrimaries(
                run.organization(),
                new ContactImports.Electorate(
                        run.source().system(), run.source().database(), share.number(), share.of()),
                run.conflicts() == Conflicts.AUTOTASK_WINS);
        if (!election.lost().isEmpty()) {
            batches.activity().primaries(run.organization(), batches.deed(run), election.lost());
        }
        report(remarks, election.second(), ContactReasons.SECOND_PRIMARY);
        report(remarks, election.kept(), Reason.LOCAL_EDIT_KEPT);
    }

    private static void report(BiConsumer<SourceId, Finding> remarks, List<Long> contacts, Reason reason) {
        Finding finding = new Finding(reason, ContactMapper.PRIMARY, "true", null, "false", null);
        contacts.forEach(contact -> remarks.accept(new SourceId(contact), finding));
    }

    private static ContactImports.Candidate candidate(SourceId id, ContactFields contact) {
        return new ContactImports.Candidate(
                id.value(), contact.clientId(), contact.firstName(), contact.lastName(), contact.email());
    }
}
