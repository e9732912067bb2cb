package app.ascent.desk.time.web;

import app.ascent.desk.TicketId;
import app.ascent.desk.time.Timer;
import app.ascent.desk.time.TimerRunning;
import app.ascent.desk.time.Timers;
import app.ascent.identity.CurrentUser;
import app.ascent.identity.SignedInUser;
import app.ascent.projects.TaskId;
import app.ascent.record.page.RecordWords;
import app.ascent.web.Problems;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The timer of whoever asks, for programs. */
@RestController
@RequestMapping("/api/v1/timer")
@PreAuthorize("hasAuthority('time_entries.create')")
@Tag(name = "Time entries")
class TimerController {

    private static final String ADDRESS = "/api/v1/timer";

    private final Timers timers;
    private final RecordWords words;
    private final CurrentUser currentUser;

    TimerController(Timers timers, RecordWords words, CurrentUser currentUser) {
        this.timers = timers;
        this.words = words;
        this.currentUser = currentUser;
    }

    /** On what it is to run: one of the two. */
    record TimerStart(@Nullable UUID ticketId, @Nullable UUID taskId) {}

    /** On what it runs, of the two, and since when. */
    record TimerBody(@Nullable UUID ticketId, @Nullable UUID taskId, Instant startedAt) {

        static TimerBody of(Timer timer) {
            TicketId ticket = timer.ticketId();
            TaskId task = timer.taskId();
            return new TimerBody(
                    ticket == null ? null : ticket.value(), task == null ? null : task.value(), timer.startedAt());
        }
    }

    @GetMapping
    @ApiResponse(responseCode = "200", description = "It runs", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "204", description = "None runs")
    @Operation(summary = "Shows the timer of whoever asks")
    ResponseEntity<TimerBody> show() {
        SignedInUser me = currentUser.get();
        return timers.running(me.organization(), me.id())
                .map(timer -> ResponseEntity.ok(TimerBody.of(timer)))
                .orElseGet(() -> ResponseEntity.noContent().build());
    }

    @PostMapping
    @ApiResponse(responseCode = "201", description = "It runs from now on", useReturnTypeSchema = true)
    @Operation(
            summary = "Starts a timer on a ticket or a task",
            description =
                    """
                    Everybody has one timer at a time: while it runs the answer is 409, timer-running, and nothing is changed. A timer logs \
                    nothing by itself: log its time as an entry, then delete it.""")
    ResponseEntity<TimerBody> start(@RequestBody TimerStart start) {
        SignedInUser me = currentUser.get();
        Timer timer = timers.start(
                me.organization(),
                me.id(),
                start.ticketId() == null ? null : new TicketId(start.ticketId()),
                start.taskId() == null ? null : new TaskId(start.taskId()));
        return ResponseEntity.created(URI.create(ADDRESS)).body(TimerBody.of(timer));
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Discards the timer, whose time is not logged by that; 204 also where none runs")
    void discard() {
        SignedInUser me = currentUser.get();
        timers.discard(me.organization(), me.id());
    }

    @ExceptionHandler
    ProblemDetail running(TimerRunning refusal) {
        TimerBody timer = TimerBody.of(refusal.timer());
        ProblemDetail problem =
                Problems.problem(HttpStatus.CONFLICT, "timer-running", words.say("timer.refused.program"));
        problem.setProperty("ticketId", timer.ticketId());
        problem.setProperty("taskId", timer.taskId());
        problem.setProperty("startedAt", timer.startedAt());
        return problem;
    }
}
