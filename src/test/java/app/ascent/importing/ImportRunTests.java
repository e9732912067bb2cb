package app.ascent.importing;

import static org.assertj.core.api.Assertions.assertThat;

import app.ascent.importing.OwnerApi.Answer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

class ImportRunTests extends ImportJourney {

    ImportRunTests(JdbcClient jdbc, @Value("${local.server.port}") int port) {
        super(jdbc, port);
    }

    @Test
    void importsCompaniesAndContactsAndNothingTwice() {
        AUTOTASK.companies(
                        company(174).withNull("parentCompanyID").toString(),
                        company(900).with("companyName", "Elbtal Holding").toString())
                .contacts(Payload.contact().toString());
        String migration = create();

        Answer first = run(migration);
        Answer second = run(migration);

        assertThat(first.at("/status")).isEqualTo("COMPLETED");
        assertThat(counts(first, "companies")).isEqualTo(List.of(2L, 2L, 2L, 0L, 0L, 0L, 0L, 0L));
        assertThat(counts(first, "contacts")).isEqualTo(List.of(1L, 1L, 1L, 0L, 0L, 0L, 0L, 0L));
        assertThat(counts(second, "companies")).isEqualTo(List.of(2L, 2L, 0L, 0L, 2L, 0L, 0L, 0L));
        assertThat(counts(second, "contacts")).isEqualTo(List.of(1L, 1L, 0L, 0L, 1L, 0L, 0L, 0L));
        assertThat(count("crm_client")).isEqualTo(2);
        assertThat(count("crm_contact")).isEqualTo(1);
    }

    private static Payload company(long id) {
        return Payload.company().with("id", id);
    }
}
