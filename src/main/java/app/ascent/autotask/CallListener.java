package app.ascent.autotask;

import java.time.Duration;

/** Hears of every call a session sends, each attempt apart, once its answer is there or has failed. */
@FunctionalInterface
public interface CallListener {

    void called(String entity, Duration took);
}
