package app.ascent.vault;

/** A vault with given keys, for tests that rotate them. */
public final class VaultKeys {

    private VaultKeys() {}

    public static Secrets secrets(String keys) {
        return SecretsTests.secrets(keys);
    }

    /** Base64 of 32 bytes. */
    public static String key(int seed) {
        return SecretsTests.key(seed);
    }
}
