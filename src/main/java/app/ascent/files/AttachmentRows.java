package app.ascent.files;

import app.ascent.identity.OrganizationId;
import app.ascent.record.PartSource;
import app.ascent.record.field.Columns;
import app.ascent.record.table.PartTable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.support.PageableExecutionUtils;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;

/** Where attachments lie. */
@Component
class AttachmentRows {

    /** As imports write them; what they may hold that people read is read here. */
    static final PartTable<AttachmentFields> ATTACHMENTS =
            new PartTable<>("attachment", AttachmentFields.FIELDS, "owner_id", "c.uploaded_at desc");

    private static final String SELECT = "select c.*, f.picture from attachment c"
            + " left join file_content f on f.organization_id = c.organization_id and f.sha256 = c.sha256 where ";

    private final JdbcClient jdbc;

    AttachmentRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Some attachments.
     *
     * @param listed whether those that are listed at the owner are meant, or those that are attached to it
     * @param hidden kinds of record whose attachments are left out
     */
    record Some(OrganizationId organization, Owner owner, boolean listed, Collection<String> hidden) {

        String where() {
            String of = listed ? "place" : "owner";
            return "c.organization_id = :organization and c.%1$s_kind = :kind and c.%1$s_id = :owner".formatted(of)
                    + (hidden.isEmpty() ? "" : " and c.owner_kind <> all(:hidden)");
        }

        StatementSpec bind(StatementSpec statement) {
            statement
                    .param("organization", organization.value())
                    .param("kind", owner.kind())
                    .param("owner", owner.id().value());
            return hidden.isEmpty()
                    ? statement
                    : statement.param("hidden", new SqlArrayValue("text", hidden.toArray()));
        }
    }

    /** The newest first. */
    Page<Attachment> page(Some some, Pageable pageable) {
        String chosen = "select c.id from attachment c where " + some.where()
                + " order by c.uploaded_at desc, c.id desc limit :limit offset :offset";
        List<Attachment> attachments = some.bind(jdbc.sql(SELECT + "c.organization_id = :organization and c.id in ("
                        + chosen + ") order by c.uploaded_at desc, c.id desc"))
                .param("limit", pageable.getPageSize())
                .param("offset", pageable.getOffset())
                .query((row, _) -> attachment(row))
                .list();
        return PageableExecutionUtils.getPage(attachments, pageable, () -> count(some));
    }

    long count(Some some) {
        return some.bind(jdbc.sql("select count(*) from attachment c where " + some.where()))
                .query(Long.class)
                .single();
    }

    /** How many people attached to whatever is listed there. */
    long uploaded(OrganizationId organization, Owner place) {
        Some some = new Some(organization, place, true, List.of());
        return some.bind(jdbc.sql(
                        "select count(*) from attachment c where " + some.where() + " and c.source_id is null"))
                .query(Long.class)
                .single();
    }

    /** Of several records of one kind, the oldest first, of each no more than so many. */
    List<Attachment> of(OrganizationId organization, String kind, Collection<UUID> owners, int each) {
        return jdbc.sql(
                        """
                        select c.*, f.picture from unnest(:owners) as o (id)
                        cross join lateral (
                            select * from attachment a
                            where a.organization_id = :organization and a.owner_kind = :kind and a.owner_id = o.id
                            order by a.uploaded_at, a.id limit :each
                        ) as c
                        left join file_content f on f.organization_id = c.organization_id and f.sha256 = c.sha256
                        order by c.uploaded_at, c.id
                        """)
                .param("organization", organization.value())
                .param("kind", kind)
                .param("owners", new SqlArrayValue("uuid", owners.toArray()))
                .param("each", each)
                .query((row, _) -> attachment(row))
                .list();
    }

    Optional<Attachment> find(OrganizationId organization, AttachmentId id) {
        return jdbc.sql(SELECT + "c.organization_id = :organization and c.id = :id")
                .param("organization", organization.value())
                .param("id", id.value())
                .query((row, _) -> attachment(row))
                .optional();
    }

    void insert(OrganizationId organization, AttachmentId id, AttachmentFields fields) {
        Columns<AttachmentFields> columns = AttachmentFields.FIELDS.columns();
        String sql =
                "insert into attachment (organization_id, id, created_at, updated_at, %s)".formatted(columns.names())
                        + " select :organization, :id, v.uploaded_at, v.uploaded_at, %s from %s"
                                .formatted(columns.written(), columns.source());
        columns.bind(jdbc.sql(sql), List.of(fields))
                .param("organization", organization.value())
                .param("id", id.value())
                .update();
    }

    int delete(OrganizationId organization, AttachmentId id) {
        return jdbc.sql("delete from attachment where organization_id = :organization and id = :id")
                .param("organization", organization.value())
                .param("id", id.value())
                .update();
    }

    private static Attachment attachment(ResultSet row) throws SQLException {
        AttachmentFields fields = AttachmentFields.FIELDS.read(row);
        String system = row.getString("source_system");
        return new Attachment(
                new AttachmentId(row.getObject("id", UUID.class)),
                fields,
                fields.uploaderName(),
                row.getString("picture"),
                system == null
                        ? null
                        : new PartSource(system, row.getLong("source_database"), row.getString("source_id")));
    }
}
