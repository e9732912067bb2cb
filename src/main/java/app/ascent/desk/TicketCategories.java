package app.ascent.desk;

import app.ascent.audit.Action;
import app.ascent.audit.AuditedRecord;
import app.ascent.audit.Change;
import app.ascent.identity.OrganizationId;
import app.ascent.record.FieldProblem;
import app.ascent.record.RecordRefused;
import app.ascent.record.field.Entered;
import app.ascent.record.field.Input;
import app.ascent.record.field.Inputs;
import app.ascent.record.table.DeskServices;
import app.ascent.record.table.Turns;
import app.ascent.text.Folded;
import app.ascent.text.Text;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What tickets of an organization can be about. */
@Service
public class TicketCategories {

    /** What audit entries call a category. */
    public static final String AUDITED_AS = "Ticket category";

    /** The most characters of a name. */
    static final int NAME = 50;

    private static final String TAKEN = "name-taken";

    private final JdbcClient jdbc;
    private final Clock clock;
    private final LabelCounts counts;
    private final Inputs inputs;
    private final DeskServices services;

    TicketCategories(JdbcClient jdbc, Clock clock, LabelCounts counts, Inputs inputs, DeskServices services) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.counts = counts;
        this.inputs = inputs;
        this.services = services;
    }

    /** By name. */
    @Transactional(readOnly = true)
    public List<TicketCategory> all(OrganizationId organization) {
        return sql(
                        "select * from desk_category where organization_id = :organization order by name_key, id",
                        organization)
                .query((row, _) -> new TicketCategory(
                        new TicketCategoryId(row.getObject("id", UUID.class)),
                        row.getString("name"),
                        Colour.valueOf(row.getString("colour")),
                        row.getLong("version")))
                .list();
    }

    @Transactional(readOnly = true)
    public Optional<TicketCategory> find(OrganizationId organization, TicketCategoryId id) {
        return all(organization).stream()
                .filter(category -> category.id().equals(id))
                .findFirst();
    }

    /** @throws RecordRefused.Unknown also for another organization's */
    @Transactional(readOnly = true)
    public TicketCategory get(OrganizationId organization, TicketCategoryId id) {
        return find(organization, id).orElseThrow(() -> new RecordRefused.Unknown(id.value()));
    }

    /** How many tickets have each, up to 10,000. */
    @Transactional(readOnly = true)
    public Map<UUID, Long> tickets(OrganizationId organization) {
        return counts.byCategory(organization);
    }

    /** @throws RecordRefused.Invalid when something was not accepted */
    @Transactional
    public TicketCategory create(OrganizationId organization, Entered entered) {
        takeTurn(organization);
        CategoryFields category = check(organization, null, entered);
        TicketCategoryId named = TicketCategoryId.named(category.name());
        TicketCategoryId id = find(organization, named).isEmpty()
                ? named
                : new TicketCategoryId(UuidVersion7Strategy.INSTANCE.generateUuid(null));
        int added = written(
                """
                insert into desk_category (organization_id, id, name, colour, created_at, updated_at, name_key)
                values (:organization, :id, :name, :colour, :now, :now, :key)
                on conflict do nothing
                """,
                organization,
                id,
                category);
        if (added == 0) {
            throw new RecordRefused.Invalid(List.of(FieldProblem.of("name", TAKEN))); // an import was faster
        }
        return told(organization, id, null);
    }

    /**
     * @throws RecordRefused.Invalid when something was not accepted
     * @throws RecordRefused.ChangedMeanwhile when somebody else was faster
     * @throws RecordRefused.Unknown also for another organization's category
     */
    @Transactional
    public TicketCategory update(OrganizationId organization, TicketCategoryId id, Entered entered) {
        takeTurn(organization);
        TicketCategory before = get(organization, id);
        CategoryFields category = check(organization, before, entered);
        if (entered.isOlderThan(before.version())) {
            throw new RecordRefused.ChangedMeanwhile(id.value());
        }
        if (category.equals(fields(before))) {
            return before;
        }
        written(
                """
                update desk_category set name = :name, colour = :colour, name_key = :key, version = version + 1, updated_at = :now
                where organization_id = :organization and id = :id
                """,
                organization,
                id,
                category);
        return told(organization, id, before);
    }

    /** Its tickets go on without it. */
    @Transactional
    public void delete(OrganizationId organization, TicketCategoryId id) {
        sql("select from desk_category where organization_id = :organization and id = :id for update", organization)
                .param("id", id.value())
                .query(row -> {});
        TicketCategory category = get(organization, id);
        services.mentions().forget(organization, id, category.name());
        sql("delete from desk_category where organization_id = :organization and id = :id", organization)
                .param("id", id.value())
                .update();
        services.audit().record(Action.DELETE, audited(category), differences(organization, category, null));
    }

    /** Two who choose one name at the same time would each see that it is free: the second one waits. */
    private void takeTurn(OrganizationId organization) {
        Turns.take(jdbc, organization, "desk_category.name");
    }

    private CategoryFields check(OrganizationId organization, @Nullable TicketCategory before, Entered entered) {
        Input<CategoryFields> input =
                inputs.read(CategoryFields.FIELDS, entered, before == null ? null : fields(before));
        String name = input.value("name", String.class);
        boolean taken = name != null
                && all(organization).stream()
                        .filter(other -> before == null || !other.id().equals(before.id()))
                        .anyMatch(other -> Folded.key(other.name()).equals(Folded.key(name)));
        if (taken) {
            input.refuse("name", TAKEN);
        }
        return input.accepted();
    }

    private int written(String sql, OrganizationId organization, TicketCategoryId id, CategoryFields category) {
        return sql(sql, organization)
                .param("id", id.value())
                .param("name", category.name())
                .param("colour", category.colour().name())
                .param("key", Folded.key(category.name()))
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    private TicketCategory told(OrganizationId organization, TicketCategoryId id, @Nullable TicketCategory before) {
        TicketCategory after = get(organization, id);
        services.audit()
                .record(
                        before == null ? Action.CREATE : Action.UPDATE,
                        audited(after),
                        differences(organization, before, after));
        return after;
    }

    private List<Change> differences(
            OrganizationId organization, @Nullable TicketCategory before, @Nullable TicketCategory after) {
        return services.changes()
                .between(
                        organization,
                        CategoryFields.FIELDS,
                        before == null ? null : fields(before),
                        after == null ? null : fields(after))
                .changes();
    }

    private static CategoryFields fields(TicketCategory category) {
        return new CategoryFields(category.name(), category.colour());
    }

    private static AuditedRecord audited(TicketCategory category) {
        return new AuditedRecord(AUDITED_AS, category.id().toString(), category.name());
    }

    private JdbcClient.StatementSpec sql(String sql, OrganizationId organization) {
        return jdbc.sql(sql).param("organization", organization.value());
    }

    /** Of these, those that are there, and that nobody deletes before the transaction ends. */
    Set<TicketCategoryId> held(OrganizationId organization, Collection<TicketCategoryId> ids) {
        if (ids.isEmpty()) {
            return Set.of();
        }
        return jdbc
                .sql(
                        """
                        select id from desk_category
                        where organization_id = :organization and id = any(:ids) order by id for key share
                        """)
                .param("organization", organization.value())
                .param(
                        "ids",
                        new SqlArrayValue(
                                "uuid",
                                ids.stream().map(TicketCategoryId::value).toArray()))
                .query(UUID.class)
                .set()
                .stream()
                .map(TicketCategoryId::new)
                .collect(Collectors.toSet());
    }

    /**
     * Makes those that are not there yet, for an import: in one statement, in the caller's transaction, silently.
     *
     * @param names by the ids that {@link TicketCategoryId#named} makes of them
     */
    @Transactional
    public void ensure(OrganizationId organization, Map<TicketCategoryId, String> names) {
        if (names.isEmpty()) {
            return;
        }
        SortedMap<UUID, String> sorted = new TreeMap<>();
        names.forEach((id, name) -> sorted.put(id.value(), Text.cut(name, NAME)));
        jdbc.sql(
                        """
                        insert into desk_category (organization_id, id, name, colour, created_at, updated_at, name_key)
                        select :organization, v.id, v.name, v.colour, :now, :now, v.key
                        from unnest(:ids::uuid[], :names::text[], :colours::text[], :keys::text[])
                            as v (id, name, colour, key)
                        on conflict do nothing
                        """)
                .param("organization", organization.value())
                .param("ids", new SqlArrayValue("uuid", sorted.keySet().toArray()))
                .param("names", new SqlArrayValue("text", sorted.values().toArray()))
                .param("colours", texts(sorted.values(), name -> Colour.of(name).name()))
                .param("keys", texts(sorted.values(), Folded::key))
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    private static SqlArrayValue texts(Collection<String> names, Function<String, String> text) {
        return new SqlArrayValue("text", names.stream().map(text).toArray());
    }
}
