package app.ascent;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.client.RestClient;

@AscentTest
class AscentApplicationTests {

    private final JdbcClient jdbc;

    AscentApplicationTests(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Test
    void saysThatItIsWell(@LocalServerPort int port) {
        var health = RestClient.create("http://localhost:" + port)
                .get()
                .uri("/actuator/health")
                .retrieve()
                .toEntity(String.class);

        assertThat(health.getStatusCode()).isEqualTo(HttpStatus.OK);
        assertThat(health.getBody()).contains("\"status\":\"UP\"");
    }

    @Test
    void knowsThatTheDatabaseIsNotItsOwn(@Value("${ascent.database.embedded}") boolean embedded) {
        assertThat(embedded).isFalse();
    }

    @Test
    void endsTheTransactionOfANodeThatFroze() {
        assertThat(jdbc.sql("show idle_in_transaction_session_timeout")
                        .query(String.class)
                        .single())
                .isEqualTo("15s");
    }
}
