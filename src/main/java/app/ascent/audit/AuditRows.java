package app.ascent.audit;

import app.ascent.identity.OrganizationId;
import app.ascent.identity.UserId;
import app.ascent.web.RequestOrigin;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The rows of {@code audit_entry}, which are written once and never changed. */
@Repository
class AuditRows {

    private static final TypeReference<List<Change>> CHANGES = new TypeReference<>() {};

    /** A filter that is null is no filter; so all combinations are one statement. */
    private static final String WHERE =
            """
            where organization_id = :organization
              and (cast(:action as text) is null or action = :action)
              and (cast(:type as text) is null or entity_type = :type)
              and (cast(:from as timestamptz) is null or at >= :from)
              and (cast(:until as timestamptz) is null or at < :until)
            """;

    private static final String COLUMNS =
            "id, at, user_id, action, entity_type, entity_id, entity_name, changes, address, user_agent";

    private final JdbcClient jdbc;
    private final JsonMapper json;

    AuditRows(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** An entry as it is stored; {@code user} is an id only, because names change. */
    record Row(
            UUID id,
            Instant at,
            @Nullable UserId user,
            Action action,
            AuditedRecord subject,
            List<Change> changes,
            RequestOrigin origin) {}

    static UUID newId() {
        return UuidVersion7Strategy.INSTANCE.generateUuid(null);
    }

    void insert(OrganizationId organization, Row row) {
        jdbc.sql(
                        """
                        insert into audit_entry (organization_id, id, at, user_id, action,
                            entity_type, entity_id, entity_name, changes, address, user_agent)
                        values (:organization, :id, :at, :user, :action,
                            :type, :entity, :name, cast(:changes as jsonb), :address, :userAgent)
                        """)
                .param("organization", organization.value())
                .param("id", row.id())
                .param("at", Timestamp.from(row.at()))
                .param("user", row.user() == null ? null : row.user().value())
                .param("action", row.action().name())
                .param("type", row.subject().type())
                .param("entity", row.subject().id())
                .param("name", storable(row.subject().name()))
                .param("changes", changes(row))
                .param("address", row.origin().address())
                .param("userAgent", storable(row.origin().userAgent()))
                .update();
    }

    /** Many at once, without address and browser: nobody sits there. */
    void insertAll(OrganizationId organization, List<Row> entries) {
        if (entries.isEmpty()) {
            return;
        }
        jdbc.sql(
                        """
                        insert into audit_entry (organization_id, id, at, user_id, action,
                            entity_type, entity_id, entity_name, changes)
                        select :organization, e.id, e.at, e.by, e.action, e.type, e.entity, e.name, cast(e.changes as jsonb)
                        from unnest(cast(:ids as uuid[]), cast(:ats as timestamptz[]), cast(:users as uuid[]), :actions,
                            :types, :entities, :names, :changes)
                            as e (id, at, by, action, type, entity, name, changes)
                        """)
                .param("organization", organization.value())
                .param("ids", texts(entries, row -> row.id().toString()))
                .param("ats", texts(entries, row -> row.at().toString()))
                .param(
                        "users",
                        texts(
                                entries,
                                row -> row.user() == null ? null : row.user().toString()))
                .param("actions", texts(entries, row -> row.action().name()))
                .param("types", texts(entries, row -> row.subject().type()))
                .param("entities", texts(entries, row -> row.subject().id()))
                .param("names", texts(entries, row -> storable(row.subject().name())))
                .param("changes", texts(entries, row -> changes(row)))
                .update();
    }

    private String changes(Row row) {
        return json.writeValueAsString(
                row.changes().stream().map(AuditRows::storable).toList());
    }

    private static @Nullable String[] texts(List<Row> rows, Function<Row, @Nullable String> text) {
        return rows.stream().map(text).toArray(String[]::new);
    }

    List<Row> search(OrganizationId organization, AuditFilter filter, Pageable page) {
        return filtered(
                        "select " + COLUMNS + " from audit_entry " + WHERE
                                + " order by at desc, id desc limit :limit offset :offset",
                        organization,
                        filter)
                .param("limit", page.getPageSize())
                .param("offset", page.getOffset())
                .query(this::row)
                .list();
    }

    long count(OrganizationId organization, AuditFilter filter) {
        return filtered("select count(*) from audit_entry " + WHERE, organization, filter)
                .query(Long.class)
                .single();
    }

    Optional<Row> find(OrganizationId organization, AuditEntryId id) {
        return jdbc.sql("select " + COLUMNS + " from audit_entry where organization_id = :organization and id = :id")
                .param("organization", organization.value())
                .param("id", id.value())
                .query(this::row)
                .optional();
    }

    List<Row> of(OrganizationId organization, String type, String id, Pageable page) {
        return jdbc.sql(
                        "select " + COLUMNS
                                + """
                         from audit_entry
                        where organization_id = :organization and entity_type = :type and entity_id = :id
                        order by at desc, id desc limit :limit offset :offset
                        """)
                .param("organization", organization.value())
                .param("type", type)
                .param("id", id)
                .param("limit", page.getPageSize())
                .param("offset", page.getOffset())
                .query(this::row)
                .list();
    }

    long countOf(OrganizationId organization, String type, String id) {
        return jdbc.sql(
                        """
                        select count(*) from audit_entry
                        where organization_id = :organization and entity_type = :type and entity_id = :id
                        """)
                .param("organization", organization.value())
                .param("type", type)
                .param("id", id)
                .query(Long.class)
                .single();
    }

    private JdbcClient.StatementSpec filtered(String sql, OrganizationId organization, AuditFilter filter) {
        return jdbc.sql(sql)
                .param("organization", organization.value())
                .param(
                        "action",
                        filter.action() == null ? null : filter.action().name())
                .param("type", filter.type())
                .param("from", filter.from() == null ? null : Timestamp.from(filter.from()))
                .param("until", filter.until() == null ? null : Timestamp.from(filter.until()));
    }

    private Row row(ResultSet row, int number) throws SQLException {
        UUID user = row.getObject("user_id", UUID.class);
        return new Row(
                row.getObject("id", UUID.class),
                row.getTimestamp("at").toInstant(),
                user == null ? null : new UserId(user),
                Action.valueOf(row.getString("action")),
                new AuditedRecord(
                        row.getString("entity_type"), row.getString("entity_id"), row.getString("entity_name")),
                json.readValue(row.getString("changes"), CHANGES),
                new RequestOrigin(row.getString("address"), row.getString("user_agent")));
    }

    private static Change storable(Change change) {
        return new Change(change.field(), storable(change.before()), storable(change.after()));
    }

    /** PostgreSQL keeps every character but this one, and an entry must not fail for the oddity of a value. */
    private static @Nullable String storable(@Nullable String value) {
        return value == null ? null : value.replace('\0', '\uFFFD');
    }
}
