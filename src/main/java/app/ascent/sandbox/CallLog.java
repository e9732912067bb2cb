package app.ascent.sandbox;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Remembers the latest calls the practice tenant was asked to answer, so that a test can prove what was sent. */
@SandboxComponent
public class CallLog {

    private static final int KEPT = 20_000;

    private final Deque<Call> calls = new ArrayDeque<>();

    /** One call as it arrived; the path without its query, and the status answered (0 when the connection was cut). */
    public record Call(String method, String path, int status) {}

    public synchronized void add(Call call) {
        if (calls.size() == KEPT) {
            calls.removeFirst();
        }
        calls.addLast(call);
    }

    public synchronized List<Call> calls() {
        return List.copyOf(calls);
    }

    public synchronized void clear() {
        calls.clear();
    }
}
