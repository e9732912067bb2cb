package app.ascent.assets;

import app.ascent.PostgresTest;
import app.ascent.record.DeclaredLimits;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PostgresTest
class AssetLimitsTests {

    private final JdbcClient jdbc;

    @Autowired
    AssetLimitsTests(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Test
    void areThoseOfTheColumns() {
        DeclaredLimits.areThoseOfTheColumns(jdbc, AssetTables.ASSETS.records(), AssetTables.ASSETS.fields());
    }
}
