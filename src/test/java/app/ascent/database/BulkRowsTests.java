package app.ascent.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.ascent.PostgresTest;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

@PostgresTest
class BulkRowsTests {

    private static final UUID ID = UUID.fromString("01a20518-7b7d-77bd-96d9-d3e86690b5d8");

    private final JdbcOperations jdbc;
    private final JdbcClient client;
    private final TransactionOperations transactions;

    @Autowired
    BulkRowsTests(JdbcOperations jdbc, JdbcClient client, TransactionOperations transactions) {
        this.jdbc = jdbc;
        this.client = client;
        this.transactions = transactions;
    }

    @BeforeEach
    void table() {
        jdbc.execute("drop table if exists everything");
        jdbc.execute(
                """
                create table everything (id uuid primary key, words text, kept json, found jsonb, several text[],
                    hash bytea, amount bigint, yes boolean, at timestamptz)
                """);
    }

    private static BulkRows rows() {
        return new BulkRows(
                "everything", List.of("id", "words", "kept", "found", "several", "hash", "amount", "yes", "at"));
    }

    @Test
    void writesEveryTypeAsItIs() {
        String words = "tab\t, \"quotes\", back\\slash, line\nbreak, Łódź, 😀 ".repeat(5_000);
        rows().row()
                .uuid(ID)
                .text(words)
                .text("{\"a\": 1}")
                .jsonb("{\"b\":  \"ß\"}")
                .texts(List.of("one, two", "{three}", ""))
                .bytes(new byte[] {0, 1, -1})
                .number(Long.MIN_VALUE)
                .flag(true)
                .time(Instant.parse("1969-07-20T20:17:40.123456Z"))
                .copy(jdbc);

        Map<String, Object> row = client.sql(
                        """
                        select id, words, kept::text, found::text, several::text, encode(hash, 'hex') as hash, amount, yes,
                            to_char(at at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS.US') as at
                        from everything
                        """)
                .query()
                .singleRow();
        assertThat(row)
                .containsEntry("id", ID)
                .containsEntry("words", words)
                .containsEntry("kept", "{\"a\": 1}")
                .containsEntry("found", "{\"b\": \"ß\"}")
                .containsEntry("several", "{\"one, two\",\"{three}\",\"\"}")
                .containsEntry("hash", "0001ff")
                .containsEntry("amount", Long.MIN_VALUE)
                .containsEntry("yes", true)
                .containsEntry("at", "1969-07-20 20:17:40.123456");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "0.0000",
                "1",
                "-1",
                "0.05",
                "-0.00005",
                "9999",
                "10000",
                "12440.80",
                "1E+6",
                "-9999999999999.9999",
                "100000000.0001"
            })
    void writesDecimalsAsTheyAre(String number) {
        jdbc.execute("create table if not exists decimals (number numeric)");
        jdbc.execute("truncate decimals");
        BigDecimal written = new BigDecimal(number);

        new BulkRows("decimals", List.of("number")).row().decimal(written).copy(jdbc);

        assertThat(client.sql("select number from decimals")
                        .query(BigDecimal.class)
                        .single())
                .isEqualByComparingTo(written);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1900-01-01", "1999-12-31", "2000-01-01", "2026-04-19", "9999-12-31"})
    void writesDatesAsTheyAre(LocalDate date) {
        jdbc.execute("create table if not exists dates (day date)");
        jdbc.execute("truncate dates");

        new BulkRows("dates", List.of("day")).row().date(date).row().date(null).copy(jdbc);

        assertThat(client.sql("select day::text from dates order by day nulls last")
                        .query(String.class)
                        .list())
                .containsExactly(date.toString(), null);
    }

    @Test
    void writesNothingWhereThereIsNothing() {
        rows().copy(jdbc);
        rows().row()
                .uuid(ID)
                .text(null)
                .text(null)
                .jsonb(null)
                .texts(List.of())
                .bytes(null)
                .number(null)
                .flag(false)
                .time(Instant.EPOCH)
                .copy(jdbc);

        assertThat(client.sql(
                                "select num_nulls(words, kept, found, hash, amount), cardinality(several) from everything")
                        .query((row, number) -> List.of(row.getInt(1), row.getInt(2)))
                        .single())
                .containsExactly(5, 0);
    }

    @Test
    void belongsToTheTransaction() {
        transactions.executeWithoutResult(status -> {
            ids(ID).copy(jdbc);
            status.setRollbackOnly();
        });

        assertThat(count()).isZero();
    }

    @Test
    void saysWhatTheDatabaseRefused() {
        ids(ID).copy(jdbc);

        assertThatThrownBy(() -> ids(ID).copy(jdbc)).isInstanceOf(DataIntegrityViolationException.class);
        assertThatThrownBy(() -> new BulkRows("everything", List.of("words"))
                        .row()
                        .bytes("NUL \0 in it".getBytes(StandardCharsets.UTF_8))
                        .copy(jdbc))
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThat(count()).as("the connection goes on").isEqualTo(1);
    }

    @Test
    void refusesARowThatIsNotWhole() {
        BulkRows half = rows().row().uuid(ID);

        assertThatThrownBy(half::row).isInstanceOf(IllegalStateException.class).hasMessageContaining("lacks 8 values");
        assertThatThrownBy(() -> half.copy(jdbc)).isInstanceOf(IllegalStateException.class);
    }

    private static BulkRows ids(UUID id) {
        return new BulkRows("everything", List.of("id")).row().uuid(id);
    }

    private int count() {
        return client.sql("select count(*) from everything")
                .query(Integer.class)
                .single();
    }
}
