package app.ascent.vault;

/** A credential in memory: it prints as a mask and shows itself only when asked by name. */
public final class Secret {

    private final String value;

    public Secret(String value) {
        this.value = value;
    }

    /** The plain text, for the one place that needs it. */
    public String reveal() {
        return value;
    }

    @Override
    public String toString() {
        return "••••••";
    }
}
