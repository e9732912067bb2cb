package app.ascent.database;

/**
 * How the connections of a node are divided. Those of people are the larger half of what heartbeats leave, since runs work
 * on for as long as they need, and an import is bounded by the processors of the database sooner than by connections.
 */
record Shares(int people, int work, int heartbeat) {

    /** One that beats, one that looks for the dead, one that looks for what is due. */
    private static final int HEARTBEATS = 3;

    /** A run pulls, maps and loads side by side. */
    private static final int LEAST = HEARTBEATS + 3 + 2;

    static Shares of(int connections) {
        if (connections < LEAST) {
            throw new IllegalArgumentException("spring.datasource.hikari.maximum-pool-size is " + connections
                    + ", and Ascent needs at least " + LEAST);
        }
        int work = Math.max(3, (connections - HEARTBEATS) * 2 / 5);
        return new Shares(connections - HEARTBEATS - work, work, HEARTBEATS);
    }

    int of(Lane lane) {
        return switch (lane) {
            case PEOPLE -> people;
            case WORK -> work;
            case HEARTBEAT -> heartbeat;
        };
    }
}
