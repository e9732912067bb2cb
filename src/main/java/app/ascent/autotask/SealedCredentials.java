package app.ascent.autotask;

import app.ascent.identity.OrganizationId;
import app.ascent.vault.Binding;
import app.ascent.vault.Secret;
import app.ascent.vault.Secrets;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The three values as one cipher text, which opens only in the row it was made for. */
@Component
class SealedCredentials {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Secrets secrets;

    SealedCredentials(Secrets secrets) {
        this.secrets = secrets;
    }

    String seal(Credentials credentials, OrganizationId organization, ConnectionId connection) {
        List<String> values = List.of(
                credentials.apiUser(),
                credentials.secret().reveal(),
                credentials.integrationCode().reveal());
        return secrets.encrypt(new Secret(JSON.writeValueAsString(values)), binding(organization, connection));
    }

    Credentials open(AutotaskConnection connection) {
        Secret values = secrets.decrypt(connection.credentials(), binding(connection.organization(), connection.id()));
        String[] three = JSON.readValue(values.reveal(), String[].class);
        return new Credentials(three[0], new Secret(three[1]), new Secret(three[2]));
    }

    /** Under the first key; null when it is already. */
    boolean reseal(AutotaskConnection connection) {
        if (secrets.underFirstKey(connection.credentials())) {
            return false;
        }
        connection.resealed(
                secrets.reencrypt(connection.credentials(), binding(connection.organization(), connection.id())));
        return true;
    }

    private static Binding binding(OrganizationId organization, ConnectionId connection) {
        return new Binding(organization.value(), connection.value());
    }
}
