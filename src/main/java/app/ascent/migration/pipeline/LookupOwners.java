package app.ascent.migration.pipeline;

import app.ascent.migration.spi.LookupTable;
import app.ascent.migration.spi.RunContext;
import app.ascent.migration.spi.SourceRow;
import app.ascent.migration.staging.StagedOwners;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Reads out of the rows of a look-up whose they are. A row of which that cannot be told belongs to nobody. */
@Component
class LookupOwners {

    private final StagedOwners owners;

    LookupOwners(StagedOwners owners) {
        this.owners = owners;
    }

    void put(RunContext run, LookupTable<?> table, List<SourceRow> rows) {
        String field = table.lookup().owner();
        if (field == null || rows.isEmpty()) {
            return;
        }
        Map<Long, Long> found = new HashMap<>();
        List<Long> nobodys = new ArrayList<>();
        for (SourceRow row : rows) {
            Long owner = owner(row.payload(), field);
            if (owner == null) {
                nobodys.add(row.id().value());
            } else {
                found.put(row.id().value(), owner);
            }
        }
        owners.put(run, table.type(), found, nobodys);
    }

    private static @Nullable Long owner(String payload, String field) {
        try {
            JsonNode value = Json.field(Json.tree(payload), field);
            return value.isNumber() || value.isString()
                    ? new BigDecimal(value.asString().strip()).longValueExact()
                    : null;
        } catch (JacksonException | ArithmeticException | NumberFormatException unreadable) {
            return null;
        }
    }
}
