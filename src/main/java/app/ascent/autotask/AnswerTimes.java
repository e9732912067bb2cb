package app.ascent.autotask;

import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BiConsumer;

/** How long answers take: the one in the middle, since one that never came says nothing of the others. */
final class AnswerTimes implements BiConsumer<String, Duration> {

    private final Queue<Duration> times = new ConcurrentLinkedQueue<>();

    @Override
    public void accept(String entity, Duration took) {
        times.add(took);
    }

    Duration usual() {
        List<Duration> sorted = times.stream().sorted().toList();
        return sorted.isEmpty() ? Duration.ZERO : sorted.get(sorted.size() / 2);
    }
}
