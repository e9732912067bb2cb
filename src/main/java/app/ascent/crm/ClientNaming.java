package app.ascent.crm;

import app.ascent.identity.OrganizationId;
import app.ascent.record.Naming;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;

/** What clients are called. */
@Component
class ClientNaming implements Naming<ClientId> {

    private final JdbcClient jdbc;

    ClientNaming(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Class<ClientId> ids() {
        return ClientId.class;
    }

    @Override
    public Map<ClientId, String> names(OrganizationId organization, Collection<ClientId> ids) {
        Map<ClientId, String> names = new HashMap<>();
        jdbc.sql("select id, name from crm_client where organization_id = :organization and id = any(:ids)")
                .param("organization", organization.value())
                .param(
                        "ids",
                        new SqlArrayValue(
                                "uuid", ids.stream().map(ClientId::value).toArray()))
                .query(row -> {
                    names.put(new ClientId(row.getObject("id", UUID.class)), row.getString("name"));
                });
        return names;
    }
}
