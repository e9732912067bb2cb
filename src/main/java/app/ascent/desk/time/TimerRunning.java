package app.ascent.desk.time;

/** No timer was started, since one of the same person runs already: what that has measured would be lost. */
@SuppressWarnings("serial") // thrown and caught, never written to a stream
public final class TimerRunning extends RuntimeException {

    private final transient Timer timer;

    TimerRunning(Timer timer) {
        super("Timer %s runs since %s".formatted(timer.id(), timer.startedAt()));
        this.timer = timer;
    }

    /** The one that runs. */
    public Timer timer() {
        return timer;
    }
}
