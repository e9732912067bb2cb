package app.ascent.autotask;

import app.ascent.autotask.client.Login;
import app.ascent.vault.Secret;
import org.jspecify.annotations.Nullable;

/**
 * The three values Autotask asks of an API-only user.
 *
 * @param zone the address of the zone where a person entered it; blank to ask Autotask, null where nothing was said
 */
public record Credentials(String apiUser, Secret secret, Secret integrationCode, @Nullable String zone) {

    public Credentials(String apiUser, Secret secret, Secret integrationCode) {
        this(apiUser, secret, integrationCode, null);
    }

    /** Of values as they were typed. */
    public static Credentials of(String apiUser, String secret, String integrationCode, @Nullable String zone) {
        return new Credentials(apiUser, new Secret(secret), new Secret(integrationCode), zone);
    }

    /** The same, sent to an address that is known. */
    public Credentials at(String address) {
        return new Credentials(apiUser, secret, integrationCode, address);
    }

    Login login() {
        return new Login(new Secret(apiUser), secret, integrationCode);
    }

    @Override
    public String toString() {
        return "Credentials[••••••]";
    }
}
