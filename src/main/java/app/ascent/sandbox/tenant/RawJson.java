package app.ascent.sandbox.tenant;

/** A value that is sent as it stands, for what no well-behaved server would send. */
public record RawJson(String json) {}
