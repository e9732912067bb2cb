package app.ascent.autotask;

import app.ascent.autotask.ConnectionReport.EntityAccess;
import app.ascent.autotask.client.Access;
import app.ascent.autotask.client.AutotaskFailure;
import app.ascent.autotask.client.AutotaskSession;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Asks a session about several entities at a time and goes without the answers that do not come in time. Each question
 * waits for its turn at the throttle, as it would alone.
 */
final class SideBySide {

    /** Few enough to leave runs and other integrations their places, and two dozen entities are soon through. */
    private static final int AT_A_TIME = 6;

    private SideBySide() {}

    /** What came of the questions about one entity. */
    sealed interface Answer {

        record Found(EntityAccess access) implements Answer {}

        record Trouble(AutotaskFailure failure) implements Answer {}

        /** Nothing came as long as somebody waited. */
        record Silence() implements Answer {}
    }

    /** An answer for each entity, in their order. Questions that take longer are interrupted, and over when this returns. */
    static List<Answer> ask(AutotaskSession session, List<Wanted> entities, Duration limit)
            throws InterruptedException {
        List<Callable<Answer>> questions = entities.stream()
                .<Callable<Answer>>map(wanted -> () -> about(session, wanted))
                .toList();
        try (ExecutorService threads =
                Executors.newFixedThreadPool(AT_A_TIME, Thread.ofVirtual().factory())) {
            List<Answer> answers = new ArrayList<>();
            for (Future<Answer> question : threads.invokeAll(questions, limit.toMillis(), TimeUnit.MILLISECONDS)) {
                answers.add(answer(question));
            }
            return answers;
        }
    }

    private static Answer about(AutotaskSession session, Wanted wanted) throws InterruptedException {
        String entity = wanted.entity();
        try {
            Access access = session.access(entity);
            boolean counted = wanted.counted() && access != Access.NONE;
            return new Answer.Found(new EntityAccess(entity, access, counted ? session.count(entity) : 0));
        } catch (AutotaskFailure failure) {
            return new Answer.Trouble(failure);
        }
    }

    private static Answer answer(Future<Answer> question) {
        return switch (question.state()) {
            case SUCCESS -> question.resultNow();
            case FAILED -> throw new IllegalStateException(question.exceptionNow());
            case RUNNING, CANCELLED -> new Answer.Silence();
        };
    }
}
