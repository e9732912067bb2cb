package app.ascent.crm;

import app.ascent.database.Plans;
import app.ascent.identity.OrganizationId;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who is the primary contact of each client, as far as the source decides it. */
final class Primaries {

    private static final String SHARE =
            "(:shares = 1 or mod(abs(cast(hashtext(cast(%s as text)) as bigint)), :shares) = :share)";

    /** All claims, and which of a client's claims comes first; an inactive contact's counts for nothing. */
    private static final String CLAIMS =
            """
            with claim as materialized (
                select c.id, c.client_id, c.source_id, c.is_primary,
                    row_number() over (partition by c.client_id order by c.source_id) as place
                from crm_contact c
                where c.organization_id = :organization and c.primary_claim and c.status = 'ACTIVE'
                  and c.source_system = :system and c.source_database = :database and %s
            )
            """
                    .formatted(SHARE.formatted("c.client_id"));

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Plans plans;

    Primaries(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.plans = new Plans(jdbc);
    }

    /**
     * Claims are joined with whole tables that an import has just filled. What statistics say of them, or do not say yet,
     * must not lead to comparing every claim with every contact, which takes half a minute for 80,000: docs/adr/010.
     */
    ContactImports.Election elect(
            OrganizationId organization, ContactImports.Electorate electorate, boolean overwrite) {
        return plans.withoutNestedLoops(() -> {
            lockClients(organization, electorate);
            List<ContactImports.PrimaryLost> lost = overwrite ? chosen(organization, electorate) : List.of();
            if (overwrite) {
                forgetChoices(organization, electorate);
            }
            dismiss(organization, electorate, overwrite);
            appoint(organization, electorate);
            return losers(organization, electorate, lost);
        });
    }

    /** A person who names a primary contact meanwhile waits, instead of both naming one. */
    private void lockClients(OrganizationId organization, ContactImports.Electorate electorate) {
        bound(
                        """
                        select k.id from claim
                        join crm_client k on k.organization_id = :organization and k.id = claim.client_id
                        where claim.place = 1 and not claim.is_primary
                        order by k.id
                        for no key update of k
                        """,
                        organization,
                        electorate)
                .query(row -> {});
    }

    /** Where a person chose another primary contact, or none, than the source names. */
    List<ContactImports.PrimaryLost> chosen(OrganizationId organization, ContactImports.Electorate electorate) {
        return bound(
                        """
                        select claim.id, claim.source_id, concat_ws(' ', c.first_name, c.last_name) as name,
                            o.id as holder, concat_ws(' ', o.first_name, o.last_name) as holder_name
                        from claim
                        join crm_client k on k.organization_id = :organization and k.id = claim.client_id
                        join crm_contact c on c.organization_id = :organization and c.id = claim.id
                        left join crm_contact o on o.organization_id = :organization and o.client_id = k.id
                            and o.is_primary
                        where claim.place = 1 and not claim.is_primary and k.primary_chosen
                        order by claim.source_id
                        """,
                        organization,
                        electorate)
                .query((row, number) -> {
                    UUID holder = row.getObject("holder", UUID.class);
                    return new ContactImports.PrimaryLost(
                            row.getLong("source_id"),
                            new ContactId(row.getObject("id", UUID.class)),
                            row.getString("name"),
                            holder == null ? null : new ContactId(holder),
                            holder == null ? null : row.getString("holder_name"));
                })
                .list();
    }

    private void forgetChoices(OrganizationId organization, ContactImports.Electorate electorate) {
        bound(
                        """
                        update crm_client as k set primary_chosen = false, version = k.version + 1
                        from claim
                        where k.organization_id = :organization and k.id = claim.client_id and claim.place = 1
                          and k.primary_chosen
                        """,
                        organization,
                        electorate)
                .update();
    }

    /** First the places are cleared, because no client ever has two. */
    private void dismiss(OrganizationId organization, ContactImports.Electorate electorate, boolean overwrite) {
        bound(
                        """
                        update crm_contact as c
                        set is_primary = false, version = c.version + 1, updated_at = :now
                        from crm_client k
                        where c.organization_id = :organization and c.is_primary
                          and k.organization_id = :organization and k.id = c.client_id and not k.primary_chosen
                          and %s
                          and not exists (select from claim where claim.id = c.id and claim.place = 1)
                          and (c.source_system = :system and c.source_database = :database
                            or :overwrite and exists (select from claim where claim.client_id = c.client_id))
                        """
                                .formatted(SHARE.formatted("c.client_id")),
                        organization,
                        electorate)
                .param("now", Timestamp.from(clock.instant()))
                .param("overwrite", overwrite)
                .update();
    }

    private void appoint(OrganizationId organization, ContactImports.Electorate electorate) {
        bound(
                        """
                        update crm_contact as c
                        set is_primary = true, version = c.version + 1, updated_at = :now
                        from claim, crm_client k
                        where c.organization_id = :organization and c.id = claim.id
                          and claim.place = 1 and not claim.is_primary
                          and k.organization_id = :organization and k.id = c.client_id and not k.primary_chosen
                          and not exists (
                            select from crm_contact other
                            where other.organization_id = :organization and other.client_id = c.client_id
                              and other.is_primary)
                        """,
                        organization,
                        electorate)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    private ContactImports.Election losers(
            OrganizationId organization, ContactImports.Electorate electorate, List<ContactImports.PrimaryLost> lost) {
        List<Long> second = new ArrayList<>();
        List<Long> kept = new ArrayList<>();
        bound(
                        """
                        select claim.source_id, k.primary_chosen and claim.place = 1 as turned_down
                        from claim
                        join crm_client k on k.organization_id = :organization and k.id = claim.client_id
                        where not claim.is_primary
                        order by claim.source_id
                        """,
                        organization,
                        electorate)
                .query(row -> {
                    (row.getBoolean("turned_down") ? kept : second).add(row.getLong("source_id"));
                });
        return new ContactImports.Election(second, kept, lost);
    }

    private JdbcClient.StatementSpec bound(
            String sql, OrganizationId organization, ContactImports.Electorate electorate) {
        return jdbc.sql(CLAIMS + sql)
                .param("organization", organization.value())
                .param("system", electorate.system())
                .param("database", electorate.database())
                .param("share", electorate.share())
                .param("shares", electorate.shares());
    }
}
