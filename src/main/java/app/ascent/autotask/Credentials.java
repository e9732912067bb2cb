package app.ascent.autotask;

import app.ascent.vault.Secret;

/** The three values Autotask asks of an API-only user. */
public record Credentials(String apiUser, Secret secret, Secret integrationCode) {

    @Override
    public String toString() {
        return "Credentials[••••••]";
    }
}
