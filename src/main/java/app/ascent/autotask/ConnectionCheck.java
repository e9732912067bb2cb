package app.ascent.autotask;

import app.ascent.autotask.ConnectionReport.EntityAccess;
import app.ascent.autotask.ConnectionReport.Problem;
import app.ascent.autotask.SideBySide.Answer;
import app.ascent.autotask.client.Access;
import app.ascent.autotask.client.AutotaskConnector;
import app.ascent.autotask.client.AutotaskFailure;
import app.ascent.autotask.client.AutotaskFailure.BudgetExhausted;
import app.ascent.autotask.client.AutotaskFailure.CredentialsRejected;
import app.ascent.autotask.client.AutotaskFailure.CredentialsUnreadable;
import app.ascent.autotask.client.AutotaskFailure.PermissionDenied;
import app.ascent.autotask.client.AutotaskFailure.ThresholdReached;
import app.ascent.autotask.client.AutotaskFailure.Unavailable;
import app.ascent.autotask.client.AutotaskFailure.UnexpectedAnswer;
import app.ascent.autotask.client.AutotaskFailure.UnknownApiUser;
import app.ascent.autotask.client.AutotaskFailure.UnknownField;
import app.ascent.autotask.client.AutotaskFailure.WrongAddress;
import app.ascent.autotask.client.AutotaskFailure.ZoneNotAllowed;
import app.ascent.autotask.client.AutotaskSession;
import app.ascent.autotask.client.QuotaReading;
import app.ascent.autotask.client.Zone;
import app.ascent.autotask.throttling.ThrottleProperties;
import app.ascent.autotask.zone.ZoneDiscovery;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** Tests credentials, stores nothing, and never repeats a rejected call. */
@Service
public class ConnectionCheck {

    private static final Logger log = LoggerFactory.getLogger(ConnectionCheck.class);

    /** Shorter than the minute after which proxies stop waiting. */
    private static final Duration PATIENCE = Duration.ofSeconds(45);

    private final ZoneDiscovery discovery;
    private final AutotaskConnector connector;
    private final RecentRejections rejections;
    private final Quotas quotas;
    private final ThrottleProperties throttling;
    private final Clock clock;

    ConnectionCheck(
            ZoneDiscovery discovery,
            AutotaskConnector connector,
            RecentRejections rejections,
            Quotas quotas,
            ThrottleProperties throttling,
            Clock clock) {
        this.discovery = discovery;
        this.connector = connector;
        this.rejections = rejections;
        this.quotas = quotas;
        this.throttling = throttling;
        this.clock = clock;
    }

    /** Tests what may be read of the given entities, too; what is not answered in time is not proven, and fails nothing. */
    public ConnectionReport test(Credentials credentials, List<Wanted> entities) throws InterruptedException {
        return test(credentials, entities, PATIENCE);
    }

    ConnectionReport test(Credentials credentials, List<Wanted> entities, Duration patience)
            throws InterruptedException {
        long begun = System.nanoTime();
        AnswerTimes times = new AnswerTimes();
        CheckList checks = new CheckList(clock.instant(), entities, times);
        try {
            AutotaskSession session = TimeLimit.within(patience, () -> signIn(credentials, times, checks));
            Duration left = patience.minusNanos(System.nanoTime() - begun);
            hear(entities, SideBySide.ask(session, entities, left), TimeLimit.over(patience), checks);
        } catch (AutotaskFailure failure) {
            checks.stopped(problem(failure, credentials, checks));
        }
        ConnectionReport report = checks.report();
        log.info("Connection test ended: {}", report.passed() ? "passed" : report.problem());
        return report;
    }

    private AutotaskSession signIn(Credentials credentials, AnswerTimes times, CheckList checks)
            throws InterruptedException {
        String entered = credentials.zone();
        Zone zone = entered == null || entered.isBlank()
                ? discovery.find(credentials.apiUser())
                : discovery.at(entered, credentials.apiUser());
        checks.zoneFound(zone);

        AutotaskSession session = connector.connect(zone, credentials.login(), times);
        // The quota is the probe: it asks for no right but to sign in, and everything else depends on it.
        QuotaReading quota = session.quota();
        checks.credentialsAccepted(quota);
        if (quota.used() >= stopsAt(zone, quota)) {
            throw new BudgetExhausted(throttling.quotaPause());
        }
        checks.quotaHasRoom();
        return session;
    }

    /** Each entity stands for itself; only what holds for all of them, or for one without which nothing goes, is thrown. */
    private static void hear(List<Wanted> entities, List<Answer> answers, Unavailable over, CheckList checks) {
        AutotaskFailure stop = null;
        for (int i = 0; i < entities.size(); i++) {
            Wanted entity = entities.get(i);
            AutotaskFailure failure =
                    switch (answers.get(i)) {
                        case Answer.Found found -> {
                            checks.answered(entity, found.access());
                            yield null;
                        }
                        case Answer.Trouble trouble -> trouble.failure();
                        case Answer.Silence _ -> over;
                    };
            if (failure != null && stop == null && !costsItselfOnly(entity, failure, checks)) {
                checks.reached(entity);
                stop = failure;
            }
        }
        if (stop == null && !entities.isEmpty() && !checks.anyAnswered()) {
            checks.reached(entities.getFirst());
            stop = answers.getFirst() instanceof Answer.Trouble trouble ? trouble.failure() : over;
        }
        if (stop != null) {
            throw stop;
        }
    }

    private static boolean costsItselfOnly(Wanted entity, AutotaskFailure failure, CheckList checks) {
        return switch (failure) {
            case PermissionDenied _ -> {
                checks.answered(entity, new EntityAccess(entity.entity(), Access.NONE, 0));
                yield true;
            }
            case ThresholdReached _, Unavailable _ -> {
                log.warn("A connection test goes without {}: {}", entity.entity(), failure.getMessage());
                checks.unproven(entity, String.valueOf(failure.getMessage()));
                yield true;
            }
            case UnexpectedAnswer _, WrongAddress _ -> {
                if (!entity.indispensable()) {
                    log.warn("A connection test did not understand {}: {}", entity.entity(), failure.getMessage());
                    checks.notUnderstood(entity, String.valueOf(failure.getMessage()));
                }
                yield !entity.indispensable();
            }
            case UnknownApiUser _,
                    CredentialsRejected _,
                    CredentialsUnreadable _,
                    ZoneNotAllowed _,
                    BudgetExhausted _,
                    UnknownField _ -> false;
        };
    }

    private Problem problem(AutotaskFailure failure, Credentials credentials, CheckList checks) {
        return switch (failure) {
            case UnknownApiUser _ -> new Problem.UnknownApiUser();
            case CredentialsRejected _ -> new Problem.CredentialsRejected(rejections.add(credentials.apiUser()));
            case ZoneNotAllowed refused -> new Problem.ZoneNotAllowed(refused.host(), refused.entered());
            case PermissionDenied _ -> new Problem.EntityNotReadable(checks.current());
            case BudgetExhausted exhausted -> exhausted(exhausted, checks);
            case ThresholdReached _, Unavailable _ -> {
                log.warn("A connection test was not answered: {}", failure.getMessage(), failure.getCause());
                yield new Problem.Unavailable(failure.getMessage());
            }
            case UnexpectedAnswer _, WrongAddress _, UnknownField _, CredentialsUnreadable _ -> {
                log.warn("A connection test was not understood: {}", failure.getMessage(), failure.getCause());
                yield new Problem.NotUnderstood(failure.getMessage());
            }
        };
    }

    /** Without a reading of its own, when not even that was free, the last known one has to do. */
    private Problem exhausted(BudgetExhausted exhausted, CheckList checks) {
        return checks.zone()
                .flatMap(zone -> checks.quota()
                        .map(reading -> new Problem.BudgetExhausted(
                                reading.used(), reading.limit(), stopsAt(zone, reading), exhausted.retryAfter()))
                        .or(() -> quotas.of(zone.database())
                                .map(known -> new Problem.BudgetExhausted(
                                        known.ours() + known.others(),
                                        known.limit(),
                                        known.stopsAt(),
                                        exhausted.retryAfter()))))
                .orElseGet(() -> new Problem.BudgetExhausted(0, 0, 0, exhausted.retryAfter()));
    }

    /** By the share that was chosen for the tenant, if a migration of it is known, and else by the settings. */
    private int stopsAt(Zone zone, QuotaReading reading) {
        return quotas.of(zone.database())
                .map(Quotas.QuotaView::stopsAt)
                .orElseGet(() -> throttling.stopsAt(reading.limit()));
    }
}
