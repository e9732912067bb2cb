import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Storage that takes its time, now and then, before or behind a statement that writes: what lies between two writes, or
 * between two commits, then lasts long enough to be hit. Triggers of statements do it, so that {@code copy} is as slow as
 * everything else.
 *
 * @param chance that a statement waits before it, and once more behind it
 * @param longestMillis of such a wait
 */
record SlowStorage(double chance, int longestMillis) {

    static final SlowStorage NONE = new SlowStorage(0, 0);

    /** Everything an import writes, and what its calls are counted in. */
    static final List<String> TABLES = List.of(
            "migration_staged_record",
            "migration_payload",
            "migration_page",
            "migration_pull_checkpoint",
            "migration_load_checkpoint",
            "migration_id_map",
            "migration_finding",
            "migration_run",
            "crm_client",
            "crm_contact",
            "contract",
            "asset",
            "project",
            "project_task",
            "conversation_entry",
            "desk_ticket",
            "desk_time",
            "file_content",
            "attachment",
            "autotask_call");

    /** Large tenants take more statements, and wait less often. */
    static SlowStorage some(History history, SplittableRandom random) {
        return new SlowStorage(Math.min(0.3, 250.0 / history.records()), 40 + random.nextInt(160));
    }

    /** Only what Ascent writes is slow. */
    static void install(Connection database) throws SQLException {
        try (Statement statement = database.createStatement()) {
            statement.execute(
                    """
                    create schema chaos;
                    create table chaos.storage (chance double precision not null, longest double precision not null);
                    insert into chaos.storage values (0, 0);
                    create function chaos.take_time() returns trigger security definer language plpgsql as $$
                    declare
                        storage chaos.storage;
                    begin
                        if session_user <> 'ascent' then
                            return null;
                        end if;
                        select * into storage from chaos.storage;
                        if random() < storage.chance then
                            perform pg_sleep(random() * storage.longest / 1000);
                        end if;
                        return null;
                    end $$""");
            for (String table : TABLES) {
                for (String time : List.of("before", "after")) {
                    statement.execute(
                            """
                            do $$ begin
                                if to_regclass('%2$s') is not null then
                                    create trigger chaos_%1$s %1$s insert or update or delete on %2$s
                                    for each statement execute function chaos.take_time();
                                end if;
                            end $$"""
                                    .formatted(time, table));
                }
            }
        }
    }

    /** From the next statement on. */
    void use(Connection database) throws SQLException {
        try (Statement statement = database.createStatement()) {
            statement.execute("update chaos.storage set chance = " + chance + ", longest = " + longestMillis);
        }
    }

    @Override
    public String toString() {
        return equals(NONE) ? "quick" : "slow (up to %d ms)".formatted(longestMillis);
    }
}
