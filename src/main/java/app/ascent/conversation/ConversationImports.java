package app.ascent.conversation;

import app.ascent.record.imports.PartImports;
import java.time.Clock;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** How an import writes entries of conversations. */
@Service
public class ConversationImports extends PartImports<EntryFields> {

    ConversationImports(JdbcClient jdbc, JdbcOperations bulk, Clock clock) {
        super(jdbc, bulk, clock, EntryRows.ENTRIES);
    }
}
