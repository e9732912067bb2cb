package app.ascent.autotask;

import app.ascent.autotask.client.Login;
import app.ascent.vault.Secret;

/** The three values Autotask asks of an API-only user. */
public record Credentials(String apiUser, Secret secret, Secret integrationCode) {

    /** Of values as they were typed. */
    public static Credentials of(String apiUser, String secret, String integrationCode) {
        return new Credentials(apiUser, new Secret(secret), new Secret(integrationCode));
    }

    Login login() {
        return new Login(new Secret(apiUser), secret, integrationCode);
    }

    @Override
    public String toString() {
        return "Credentials[••••••]";
    }
}
