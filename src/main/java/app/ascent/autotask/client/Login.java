package app.ascent.autotask.client;

import app.ascent.vault.Secret;
import org.springframework.http.HttpHeaders;

/** The three headers that open a tenant; alive no longer than the session that sends them. */
public final class Login {

    private final Secret apiUser;
    private final Secret secret;
    private final Secret integrationCode;

    public Login(Secret apiUser, Secret secret, Secret integrationCode) {
        this.apiUser = apiUser;
        this.secret = secret;
        this.integrationCode = integrationCode;
    }

    void writeTo(HttpHeaders headers) {
        headers.set("UserName", sendable(apiUser));
        headers.set("Secret", sendable(secret));
        headers.set("ApiIntegrationCode", sendable(integrationCode));
    }

    /**
     * A header takes printable ASCII. Anything else would be altered on the way and rejected, which counts towards the
     * lock of the API user; and the HTTP client would name the whole value in its complaint.
     */
    private static String sendable(Secret value) {
        String plain = value.reveal();
        if (plain.isBlank() || !plain.chars().allMatch(c -> c >= 0x20 && c < 0x7f)) {
            throw new AutotaskFailure.CredentialsRejected();
        }
        return plain;
    }

    @Override
    public String toString() {
        return "Login[••••••]";
    }
}
