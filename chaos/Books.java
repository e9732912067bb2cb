import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;

/**
 * What must be true behind every commit, looked at again and again while an import is under way: a counter that is wrong
 * for a moment, and right at the end because the end counts anew, shows here and in no picture.
 */
final class Books implements AutoCloseable {

    private static final int MOST = 5;

    /** One statement, which sees the database as one commit left it; a line for whatever is not as it must be. */
    private static final String WRONG =
            """
            with run as materialized (
                select id from migration_run order by number desc limit 1
            ), staged as materialized (
                select s.* from migration_staged_record s join run on s.run_id = run.id
            ), counted as (
                select entity, count(*) as pulled,
                    count(*) filter (where outcome = 'CREATED') as created,
                    count(*) filter (where outcome = 'UPDATED') as updated,
                    count(*) filter (where outcome = 'UNCHANGED') as unchanged,
                    count(*) filter (where outcome = 'LINKED') as linked,
                    count(*) filter (where state = 'SKIPPED') as skipped,
                    count(*) filter (where state = 'FAILED') as failed
                from staged group by entity
            )
            select concat_ws(' ', 'The checkpoint of', entity, 'says', p.pulled, 'pulled, and there are', coalesce(c.pulled, 0))
            from migration_pull_checkpoint p join run on p.run_id = run.id left join counted c using (entity)
            where p.pulled <> coalesce(c.pulled, 0)
            union all
            select concat_ws(' ', 'The checkpoint of', entity, 'says', said, 'and there are', found)
            from (
                select entity,
                    jsonb_build_object('created', l.created, 'updated', l.updated, 'unchanged', l.unchanged,
                        'linked', l.linked, 'skipped', l.skipped, 'failed', l.failed) as said,
                    jsonb_build_object('created', coalesce(c.created, 0), 'updated', coalesce(c.updated, 0),
                        'unchanged', coalesce(c.unchanged, 0), 'linked', coalesce(c.linked, 0),
                        'skipped', coalesce(c.skipped, 0), 'failed', coalesce(c.failed, 0)) as found
                from migration_load_checkpoint l join run on l.run_id = run.id left join counted c using (entity)
            ) as loaded
            where said <> found
            union all
            select concat_ws(' ', count(*), 'staged records are without content')
            from staged s where not exists (select from migration_payload p
                where s.page_id is null and p.migration_id = s.migration_id and p.entity = s.entity
                    and p.source_id = s.source_id and p.organization_id = s.organization_id)
                and not exists (select from migration_page p
                where p.migration_id = s.migration_id and p.entity = s.entity and p.page_id = s.page_id
                    and p.organization_id = s.organization_id)
            having count(*) > 0
            union all
            select concat_ws(' ', 'Page', p.page_id, 'says', p.records, 'records, and there are', coalesce(c.records, 0))
            from migration_page p left join (
                select organization_id, migration_id, entity, page_id, count(*) as records
                from migration_staged_record where page_id is not null
                group by organization_id, migration_id, entity, page_id
            ) c using (organization_id, migration_id, entity, page_id)
            where p.records <> coalesce(c.records, 0)
            union all
            select concat_ws(' ', count(*), 'records are loaded, but not in the id map')
            from staged s where s.state = 'LOADED' and not exists (select from migration_id_map m
                where m.entity = s.entity and m.source_id = s.source_id and m.organization_id = s.organization_id)
            having count(*) > 0
            union all
            select concat_ws(' ', count(*), 'lines of the id map lead nowhere')
            from migration_id_map m where m.entity not like 'attachments%'
                and not exists (select from crm_client c where c.id = m.target_id)
                and not exists (select from crm_contact c where c.id = m.target_id)
                and not exists (select from contract c where c.id = m.target_id)
                and not exists (select from contract_line c where c.id = m.target_id)
                and not exists (select from contract_balance c where c.id = m.target_id)
                and not exists (select from asset c where c.id = m.target_id)
                and not exists (select from asset_relation c where c.id = m.target_id)
                and not exists (select from project c where c.id = m.target_id)
                and not exists (select from project_phase c where c.id = m.target_id)
                and not exists (select from project_task c where c.id = m.target_id)
                and not exists (select from project_task_predecessor c where c.id = m.target_id)
                and not exists (select from conversation_entry c where c.id = m.target_id)
                and not exists (select from desk_ticket c where c.id = m.target_id)
                and not exists (select from desk_time c where c.id = m.target_id)
            having count(*) > 0
            union all
            select concat_ws(' ', count(*), 'records of the source are not in the id map')
            from (select id from crm_client where source_id is not null
                union all select id from crm_contact where source_id is not null
                union all select id from contract where source_id is not null
                union all select id from contract_line union all select id from contract_balance
                union all select id from asset where source_id is not null
                union all select id from asset_relation where source_id is not null
                union all select id from project where source_id is not null
                union all select id from project_phase where source_id is not null
                union all select id from project_task where source_id is not null
                union all select id from project_task_predecessor where source_id is not null
                union all select id from conversation_entry where source_id is not null
                union all select id from desk_ticket where source_id is not null
                union all select id from desk_time where source_id is not null) c
            where not exists (select from migration_id_map m where m.target_id = c.id)
            having count(*) > 0
            union all
            select concat_ws(' ', count(*), 'entries of conversations are about nothing')
            from conversation_entry e where not exists (select from project c where c.id = e.owner_id)
                and not exists (select from project_task c where c.id = e.owner_id)
                and not exists (select from desk_ticket c where c.id = e.owner_id)
            having count(*) > 0
            union all
            select concat_ws(' ', count(*), 'numbers of tickets are above the last that was given for their day')
            from desk_ticket t where substr(t.number, 11)::bigint > coalesce((select n.last
                from desk_ticket_number n where n.organization_id = t.organization_id
                    and to_char(n.day, 'YYMMDD') = substr(t.number, 5, 6)), 0)
            having count(*) > 0
            """;

    /** Where there are files, the same of them. */
    private static final String WRONG_OF_FILES =
            """
            select concat_ws(' ', count(*), 'files of the source are not in the id map')
            from attachment a where a.source_id is not null and not exists (select from migration_id_map m
                where m.target_id = a.id)
            having count(*) > 0
            union all
            select concat_ws(' ', count(*), 'lines of the id map lead to no file')
            from migration_id_map m where m.entity like 'attachments%' and not exists (select from attachment a
                where a.id = m.target_id)
            having count(*) > 0
            union all
            select concat_ws(' ', count(*), 'files are attached to nothing')
            from attachment a where not exists (select from crm_client c where c.id = a.owner_id)
                and not exists (select from contract c where c.id = a.owner_id)
                and not exists (select from asset c where c.id = a.owner_id)
                and not exists (select from project c where c.id = a.owner_id)
                and not exists (select from project_task c where c.id = a.owner_id)
                and not exists (select from conversation_entry c where c.id = a.owner_id)
                and not exists (select from desk_ticket c where c.id = a.owner_id)
                and not exists (select from desk_time c where c.id = a.owner_id)
            having count(*) > 0
            """;

    private final Callable<Connection> database;
    private final Kept kept;
    private final Set<String> wrong = new LinkedHashSet<>();
    private final Thread thread = Thread.ofPlatform().daemon().name("books").unstarted(this::look);
    private volatile boolean closed;
    private int looks;

    /** @param closed whether nobody is to look at them */
    Books(Callable<Connection> database, Kept kept, boolean closed) {
        this.database = database;
        this.kept = kept;
        this.closed = closed;
        thread.start();
    }

    private void look() {
        while (!closed) {
            try (Connection connection = database.call();
                    Statement statement = connection.createStatement()) {
                while (!closed) {
                    look(statement);
                    Thread.sleep(60);
                }
            } catch (SQLException e) {
                if (!passing(e)) {
                    note("The books could not be read: " + e.getMessage());
                    return;
                }
                pause(); // the database is being killed; it will be back
            } catch (Exception e) {
                note("The books could not be read: " + e);
                return;
            }
        }
    }

    /** Connections that break or are refused, a server that goes or comes, and locks of whoever empties the tables. */
    private static boolean passing(SQLException e) {
        String state = String.valueOf(e.getSQLState());
        return state.startsWith("08") || state.startsWith("57") || state.startsWith("40") || state.startsWith("53");
    }

    private void look(Statement statement) throws SQLException {
        look(statement, WRONG);
        if (Kept.any(statement)) {
            look(statement, WRONG_OF_FILES);
            kept.missing(statement).forEach(hash -> note("A file holds " + hash + ", which is not kept"));
        }
        looks++;
    }

    private void look(Statement statement, String wrong) throws SQLException {
        try (ResultSet rows = statement.executeQuery(wrong)) {
            while (rows.next()) {
                note(rows.getString(1));
            }
        }
    }

    private synchronized void note(String line) {
        if (wrong.size() < MOST) {
            wrong.add(line);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The first of what was wrong at some moment; to be asked when closed. */
    synchronized List<String> wrong() {
        return new ArrayList<>(wrong);
    }

    /** How often they were looked at; to be asked when closed. */
    int looks() {
        return looks;
    }

    /** Waits for the look that is under way: the next one may find the tables being emptied. */
    @Override
    public void close() throws InterruptedException {
        closed = true;
        thread.join();
    }
}
