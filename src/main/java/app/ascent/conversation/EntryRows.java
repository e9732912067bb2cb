package app.ascent.conversation;

import app.ascent.conversation.Excerpt.Run;
import app.ascent.files.NotCopied.Lines;
import app.ascent.identity.OrganizationId;
import app.ascent.record.PartSource;
import app.ascent.record.table.PartTable;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.support.PageableExecutionUtils;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;

/** Where entries lie. Of a long one no more than its beginning is read, save where it is asked for alone. */
@Component
class EntryRows {

    /** As imports write them; what they may hold that people read is read here. */
    static final PartTable<EntryFields> ENTRIES =
            new PartTable<>("conversation_entry", EntryFields.FIELDS, "owner_id", "c.at");

    /** Characters of the beginning of a body. */
    static final int BEGINNING = 20_000;

    /** All but the body, of which {@code %s} says how much. */
    private static final String SELECT = "select c.id, "
            + EntryFields.FIELDS.columns().selected().replace("c.body", "%s as body")
            + ", octet_length(c.body) as size, c.source_system, c.source_database, c.source_id, c.created_at, c.updated_at";

    private static final String BEGINNINGS = SELECT.formatted("left(c.body, %d)".formatted(BEGINNING));

    private static final String THEIRS =
            "c.organization_id = :organization and c.owner_kind = :kind and c.owner_id = :owner";

    private static final String SINCE = " and (c.at, c.id) %s (:%2$sAt, :%2$s)";

    private final JdbcClient jdbc;

    EntryRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * How many notes there are, how many of them the client sees, how many stand before some place and when they were
     * written, and how many system entries there are.
     */
    record Counts(
            long notes, long client, long earlier, @Nullable Instant since, @Nullable Instant until, long folded) {}

    void insert(OrganizationId organization, EntryId id, EntryFields fields) {
        jdbc.sql(
                        """
                        insert into conversation_entry (organization_id, id, owner_kind, owner_id, at, author_type, author_id,
                            author_name, visibility, kind, body, created_at, updated_at)
                        values (:organization, :id, :ownerKind, :owner, :at, :authorType, :author, :authorName, :visibility,
                            :kind, :body, :at, :at)
                        """)
                .param("organization", organization.value())
                .param("id", id.value())
                .param("ownerKind", fields.ownerKind())
                .param("owner", fields.ownerId().value())
                .param("at", Timestamp.from(fields.at()))
                .param("authorType", fields.authorType().name())
                .param(
                        "author",
                        fields.authorId() == null ? null : fields.authorId().value())
                .param("authorName", fields.authorName())
                .param("visibility", fields.visibility().name())
                .param("kind", fields.kind().name())
                .param("body", fields.body())
                .update();
    }

    int delete(OrganizationId organization, Owner owner) {
        return of(organization, owner, "delete from conversation_entry c where " + THEIRS)
                .update();
    }

    int delete(OrganizationId organization, String kind, Collection<UUID> owners) {
        return jdbc.sql("delete from conversation_entry c where c.organization_id = :organization"
                        + " and c.owner_kind = :kind and c.owner_id = any(:owners)")
                .param("organization", organization.value())
                .param("kind", kind)
                .param("owners", new SqlArrayValue("uuid", owners.toArray()))
                .update();
    }

    /** With its whole body. */
    Optional<Entry> find(OrganizationId organization, Owner owner, EntryId id) {
        return of(
                        organization,
                        owner,
                        SELECT.formatted("c.body") + " from conversation_entry c where " + THEIRS + " and c.id = :id")
                .param("id", id.value())
                .query((row, _) -> entry(row))
                .optional();
    }

    /** What an entry is about. */
    Optional<Owner> owner(OrganizationId organization, UUID id) {
        return jdbc.sql(
                        "select owner_kind, owner_id from conversation_entry where organization_id = :organization and id = :id")
                .param("organization", organization.value())
                .param("id", id)
                .query((row, _) -> new Owner(row.getString("owner_kind"), row.getObject("owner_id", UUID.class)))
                .optional();
    }

    /** Those of some entries that are there, and that nobody deletes before the transaction ends. */
    Set<UUID> held(OrganizationId organization, Collection<UUID> ids) {
        return jdbc.sql("select id from conversation_entry where organization_id = :organization and id = any(:ids)"
                        + " order by id for key share")
                .param("organization", organization.value())
                .param("ids", new SqlArrayValue("uuid", ids.toArray()))
                .query(UUID.class)
                .set();
    }

    Page<Entry> page(OrganizationId organization, Owner owner, Pageable pageable) {
        String sql = BEGINNINGS + " from (select c.id from conversation_entry c where " + THEIRS
                + " order by c.at, c.id limit :limit offset :offset) as chosen"
                + " join conversation_entry c on c.organization_id = :organization and c.id = chosen.id"
                + " order by c.at, c.id";
        List<Entry> entries = of(organization, owner, sql)
                .param("limit", pageable.getPageSize())
                .param("offset", pageable.getOffset())
                .query((row, _) -> entry(row))
                .list();
        return PageableExecutionUtils.getPage(entries, pageable, () -> {
            Counts counts = count(organization, owner, null, null);
            return counts.notes() + counts.folded();
        });
    }

    /** The last notes before a place, or of all; the oldest first. */
    List<Entry> notes(
            OrganizationId organization,
            Owner owner,
            @Nullable Visibility visibility,
            @Nullable Place before,
            int limit) {
        String sql = BEGINNINGS + " from conversation_entry c where " + THEIRS + " and c.kind = 'NOTE'"
                + seen(visibility) + within(null, before) + " order by c.at desc, c.id desc limit :limit";
        return at(of(organization, owner, sql), null, before)
                .param("limit", limit)
                .query((row, _) -> entry(row))
                .list()
                .reversed();
    }

    /** The first system entries between two places. */
    List<Entry> folded(
            OrganizationId organization,
            Owner owner,
            @Nullable Visibility visibility,
            @Nullable Place after,
            @Nullable Place before,
            int limit) {
        String sql = BEGINNINGS + " from conversation_entry c where " + THEIRS + " and c.kind = 'SYSTEM'"
                + seen(visibility) + within(after, before) + " order by c.at, c.id limit :limit";
        return at(of(organization, owner, sql), after, before)
                .param("limit", limit)
                .query((row, _) -> entry(row))
                .list();
    }

    /** @param after where the first of some notes stands; null where everything before them counts, too */
    List<Run> runs(
            OrganizationId organization,
            Owner owner,
            @Nullable Visibility visibility,
            @Nullable Place after,
            @Nullable Place before) {
        String sql =
                """
                select place + %d as place, count(*) as count, min(at) as since, max(at) as until,
                    coalesce(
                        (array_agg(distinct about) filter (where about is not null))[1\\:3],
                        (array_agg(distinct beginning) filter (where beginning <> ''))[1\\:3],
                        '{}') as about
                from (
                    select c.kind, c.at, a.about,
                        case when c.kind = 'SYSTEM' and a.about is null
                            then left(split_part(ltrim(left(c.body, 200)), e'\\n', 1), 60) end as beginning,
                        count(*) filter (where c.kind = 'NOTE') over (order by c.at, c.id) as place
                    from conversation_entry c
                    cross join lateral (
                        select coalesce(case when c.author_type = 'SYSTEM' then c.author_name end, c.heading) as about
                    ) as a
                    where %s%s
                ) as within
                where kind = 'SYSTEM' group by place order by place
                """
                        .formatted(after == null ? 0 : 1, THEIRS, seen(visibility) + within(after, before));
        return at(of(organization, owner, sql), after, before)
                .query((row, _) -> new Run(
                        row.getInt("place"),
                        row.getLong("count"),
                        row.getTimestamp("since").toInstant(),
                        row.getTimestamp("until").toInstant(),
                        Arrays.asList((String[]) row.getArray("about").getArray())))
                .list();
    }

    /**
     * @param visibility of the earlier and of the system entries; null counts all
     * @param place before which the earlier ones stand; where none is given, there are none
     */
    Counts count(OrganizationId organization, Owner owner, @Nullable Visibility visibility, @Nullable Place place) {
        String earlier = "filter (where c.kind = 'NOTE'" + seen(visibility)
                + (place == null ? " and false" : within(null, place)) + ")";
        String sql =
                """
                select count(*) filter (where c.kind = 'NOTE') as notes,
                    count(*) filter (where c.kind = 'NOTE' and c.visibility = 'CLIENT') as client,
                    count(*) filter (where c.kind = 'SYSTEM'%1$s) as folded,
                    count(*) %2$s as earlier, min(c.at) %2$s as since, max(c.at) %2$s as until
                from conversation_entry c where %3$s
                """
                        .formatted(seen(visibility), earlier, THEIRS);
        return at(of(organization, owner, sql), null, place)
                .query((row, _) -> new Counts(
                        row.getLong("notes"),
                        row.getLong("client"),
                        row.getLong("earlier"),
                        instant(row.getTimestamp("since")),
                        instant(row.getTimestamp("until")),
                        row.getLong("folded")))
                .single();
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }

    private static String seen(@Nullable Visibility visibility) {
        return visibility == null ? "" : " and c.visibility = '%s'".formatted(visibility.name());
    }

    private StatementSpec of(OrganizationId organization, Owner owner, String sql) {
        return jdbc.sql(sql)
                .param("organization", organization.value())
                .param("kind", owner.kind())
                .param("owner", owner.id().value());
    }

    private static String within(@Nullable Place after, @Nullable Place before) {
        return (after == null ? "" : SINCE.formatted(">", "after"))
                + (before == null ? "" : SINCE.formatted("<", "before"));
    }

    private static StatementSpec at(StatementSpec statement, @Nullable Place after, @Nullable Place before) {
        if (after != null) {
            statement.param("afterAt", Timestamp.from(after.at())).param("after", after.id());
        }
        if (before != null) {
            statement.param("beforeAt", Timestamp.from(before.at())).param("before", before.id());
        }
        return statement;
    }

    private static Entry entry(ResultSet row) throws SQLException {
        EntryFields fields = EntryFields.FIELDS.read(row);
        String system = row.getString("source_system");
        return new Entry(
                new EntryId(row.getObject("id", UUID.class)),
                fields,
                fields.authorName(),
                row.getLong("size"),
                isCut(row.getLong("size"), fields.body()),
                system == null
                        ? null
                        : new PartSource(system, row.getLong("source_database"), row.getString("source_id")),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("updated_at").toInstant(),
                List.of(),
                Lines.NONE);
    }

    private static boolean isCut(long size, String read) {
        return size > BEGINNING && size > read.getBytes(StandardCharsets.UTF_8).length;
    }
}
