package app.ascent.vault;

/** The vault cannot be opened as it is configured; the message tells an operator what to do, and holds no secret. */
@SuppressWarnings("serial") // thrown and caught, never written to a stream
public final class VaultSealed extends RuntimeException {

    VaultSealed(String message, Throwable cause) {
        super(message, cause);
    }

    VaultSealed(String message) {
        super(message);
    }
}
