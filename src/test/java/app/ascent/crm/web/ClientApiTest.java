package app.ascent.crm.web;

import static org.assertj.core.api.Assertions.assertThat;

import app.ascent.crm.ClientImports;
import app.ascent.identity.OrganizationId;
import app.ascent.identity.Role;
import com.jayway.jsonpath.JsonPath;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Clients by the API, as an owner asks for them. */
@CrmWebTest
abstract class ClientApiTest {

    static final String CLIENTS = "/api/v1/clients";

    final Visitors visitors;
    final ClientImports imports;
    final JdbcClient jdbc;

    OrganizationId organization;
    MockMvcTester owner;

    @Autowired
    ClientApiTest(Visitors visitors, ClientImports imports, JdbcClient jdbc) {
        this.visitors = visitors;
        this.imports = imports;
        this.jdbc = jdbc;
    }

    @BeforeEach
    void anOwner() {
        organization = visitors.organization();
        owner = visitors.member(organization, Role.OWNER);
    }

    String created(String body) {
        MvcTestResult created = post(body);
        assertThat(created).hasStatus(HttpStatus.CREATED);
        return read(created, "$.id");
    }

    MvcTestResult post(String body) {
        return owner.post()
                .uri(CLIENTS)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    MvcTestResult put(String id, String body) {
        return owner.put()
                .uri(CLIENTS + "/" + id)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    int total(String query) {
        return read(owner.get().uri(CLIENTS + "?" + query).exchange(), "$.total");
    }

    static <T> T read(MvcTestResult result, String path) {
        return JsonPath.read(
                new String(result.getResponse().getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8),
                path);
    }
}
