package app.ascent.autotask.client;

import app.ascent.autotask.client.AutotaskFailure.BudgetExhausted;
import app.ascent.autotask.client.AutotaskFailure.PermissionDenied;
import app.ascent.autotask.client.AutotaskFailure.UnexpectedAnswer;
import app.ascent.autotask.client.AutotaskFailure.UnknownField;
import app.ascent.autotask.client.AutotaskFailure.WrongAddress;
import app.ascent.autotask.throttling.Purpose;
import app.ascent.autotask.throttling.Throttle;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One session with one tenant: the questions, and what their answers mean. There is no method here that could write, and
 * none is needed.
 */
final class AutotaskClient implements AutotaskSession {

    private static final String QUOTA = "ThresholdInformation";
    private static final Pattern ENTITY = Pattern.compile("[A-Za-z]+");
    private static final Pattern FILE = Pattern.compile("[A-Za-z]+/-?\\d+(/Attachments/-?\\d+)?");

    /** As which calls for content are counted, whichever way they go. */
    private static final String CONTENT = "AttachmentContent";

    private static final String RAISE = "Whoever runs Ascent can raise ascent.autotask.max-answer.";

    private static final Logger log = LoggerFactory.getLogger(AutotaskClient.class);

    private final AutotaskHttp http;
    private final Throttle throttle;
    private final Line line;
    private final Zone zone;
    private final Login login;

    private final PageSizes sizes = new PageSizes();
    private final Map<String, Set<String>> filterable = new ConcurrentHashMap<>();
    private final ReentrantLock readingQuota = new ReentrantLock();

    /** By which content last came. */
    private volatile int way;

    AutotaskClient(AutotaskHttp http, Throttle throttle, Line line, Zone zone, Login login) {
        this.http = http;
        this.throttle = throttle;
        this.line = line;
        this.zone = zone;
        this.login = login;
    }

    /** A page, or the news that there is more of it than is read at once. */
    private sealed interface Read {
        record Whole(EntityPage page) implements Read {}

        record TooLong(OptionalLong firstId) implements Read {}
    }

    @Override
    public Zone zone() {
        return zone;
    }

    @Override
    public EntityPage page(EntityQuery query, long after) throws InterruptedException {
        refuseUnknownFields(query);
        String entity = query.entity();
        int size = sizes.of(entity);
        Read page = page(query, after, size);
        while (page instanceof Read.TooLong && size > 1) {
            size = sizes.tooLarge(entity, size);
            log.info("An answer about {} was too long; {} records are asked for from now on", entity, size);
            page = page(query, after, size);
        }
        return switch (page) {
            case Read.Whole whole -> whole.page();
            case Read.TooLong rest -> alone(entity, after, rest.firstId());
        };
    }

    private Read page(EntityQuery query, long after, int size) throws InterruptedException {
        String entity = query.entity();
        String json = query.page(size, after);
        URI address = address(entity, "/query");
        return call(entity, () -> http.post(address, json, login), (_, body) -> {
            if (body.cut()) {
                return new Read.TooLong(FirstId.in(body));
            }
            EntityPage page = PageReader.read(body, after, size);
            sizes.fitted(entity, size, body.size(), http.maxAnswer());
            return new Read.Whole(page);
        });
    }

    /** A single record that fills more than an answer may have: it is let pass as one that cannot be read. */
    private EntityPage alone(String entity, long after, OptionalLong id) {
        if (id.isEmpty() || id.getAsLong() <= after) {
            throw new UnexpectedAnswer(
                    "One record of %s behind the ID %d is longer than Ascent reads at once (%s), and its ID is not told. %s"
                            .formatted(entity, after, http.limit(), RAISE),
                    null);
        }
        return new EntityPage(List.of(EntityPage.Item.unread(id.getAsLong())), false);
    }

    @Override
    public EntityPage query(String entity, List<Long> ids) throws InterruptedException {
        if (ids.isEmpty() || ids.size() > PageReader.PAGE_SIZE) {
            throw new IllegalArgumentException("One call names 1 to 500 records, not " + ids.size());
        }
        return switch (named(entity, ids)) {
            case Read.Whole whole -> whole.page();
            case Read.TooLong _
            when ids.size() == 1 -> new EntityPage(List.of(EntityPage.Item.unread(ids.getFirst())), true);
            case Read.TooLong _ -> {
                int half = ids.size() / 2;
                yield query(entity, ids.subList(0, half)).and(query(entity, ids.subList(half, ids.size())));
            }
        };
    }

    private Read named(String entity, List<Long> ids) throws InterruptedException {
        String query = "{\"MaxRecords\":%d,\"filter\":[{\"op\":\"in\",\"field\":\"id\",\"value\":[%s]}]}"
                .formatted(
                        PageReader.PAGE_SIZE, ids.stream().map(String::valueOf).collect(Collectors.joining(",")));
        URI address = address(entity, "/query");
        Calls.Exchange exchange = () -> http.post(address, query, login);
        Line.Answered<Read> reader = (_, body) -> body.cut()
                ? new Read.TooLong(OptionalLong.empty())
                : new Read.Whole(PageReader.read(body, -1, PageReader.PAGE_SIZE).only(Set.copyOf(ids)));
        AutotaskHttp.refuseInsideTransaction();
        try {
            return line.tried(entity, Purpose.RECORDS, exchange, reader);
        } catch (BudgetExhausted exhausted) {
            // The last reading may be hours old; without a new one this would be refused for ever.
            if (!line.quotaDue()) {
                throw exhausted;
            }
            return call(entity, exchange, reader);
        }
    }

    @Override
    public long count(String entity) throws InterruptedException {
        return total(EntityQuery.of(entity));
    }

    @Override
    public long total(EntityQuery query) throws InterruptedException {
        refuseUnknownFields(query);
        String json = query.count();
        URI address = address(query.entity(), "/query/count");
        return call(query.entity(), () -> http.post(address, json, login), (_, body) -> Descriptions.count(body));
    }

    /**
     * Asked once a session and entity, and of filtered queries alone. What Autotask does about a field it does not know is not
     * certain: an error on record, and everything, without a word, by another account.
     */
    private void refuseUnknownFields(EntityQuery query) throws InterruptedException {
        if (query.fields().isEmpty()) {
            return;
        }
        Set<String> known = filterable.get(query.entity());
        if (known == null) {
            known = fields(query.entity()).stream()
                    .filter(EntityField::queryable)
                    .map(field -> field.name().toLowerCase(Locale.ROOT))
                    .collect(Collectors.toUnmodifiableSet());
            filterable.put(query.entity(), known);
        }
        for (String field : query.fields()) {
            if (!known.contains(field.toLowerCase(Locale.ROOT))) {
                throw new UnknownField(query.entity(), field);
            }
        }
    }

    @Override
    public Access access(String entity) throws InterruptedException {
        URI address = address(entity, "/entityInformation");
        try {
            return call(entity, () -> http.get(address, login), (_, body) -> Descriptions.access(body));
        } catch (WrongAddress unknown) {
            // Whether there is an entity of this name at all is told by the question for its records.
            if (unknown.status() < 400) {
                throw unknown;
            }
            return Access.UNCLEAR;
        }
    }

    @Override
    public List<EntityField> fields(String entity) throws InterruptedException {
        URI address = address(entity, "/entityInformation/fields");
        return call(entity, () -> http.get(address, login), (_, body) -> Descriptions.fields(body));
    }

    @Override
    public QuotaReading quota() throws InterruptedException {
        URI address = address(QUOTA, "");
        QuotaReading quota = line.tried(QUOTA, Purpose.QUOTA, () -> http.get(address, login), (permit, body) -> {
            QuotaReading reading = Descriptions.quota(body);
            throttle.read(permit, reading.limit(), reading.windowMinutes(), reading.used());
            return reading;
        });
        line.quotaRead();
        return quota;
    }

    @Override
    public Download download(List<String> ways, Download.Sink sink, long most) throws InterruptedException {
        boolean denied = false;
        String why = "Autotask sent its data without any content.";
        for (int at : order(ways.size())) {
            try {
                Optional<Download> came = download(ways.get(at), sink, most);
                if (came.isPresent()) {
                    way = at;
                    return came.get();
                }
            } catch (PermissionDenied refused) {
                denied = true;
                why = refused.getMessage();
            } catch (WrongAddress | UnexpectedAnswer nowhere) {
                why = nowhere.getMessage();
            }
        }
        return new Download.Absent(denied, why);
    }

    private List<Integer> order(int ways) {
        int first = Math.min(way, ways - 1);
        return IntStream.concat(IntStream.of(first), IntStream.range(0, ways).filter(at -> at != first))
                .boxed()
                .toList();
    }

    private Optional<Download> download(String path, Download.Sink sink, long most) throws InterruptedException {
        if (!FILE.matcher(path).matches()) {
            throw new IllegalArgumentException("Not a file of the API: " + path);
        }
        URI address = URI.create(zone.api() + "/" + path);
        AtomicReference<Optional<Download>> came = new AtomicReference<>(Optional.empty());
        return call(
                CONTENT,
                () -> http.stream(address, login, body -> came.set(ContentReader.read(body, sink.begin(), most))),
                (_, _) -> came.get());
    }

    private <T> T call(String entity, Calls.Exchange exchange, Line.Answered<T> reader) throws InterruptedException {
        AutotaskHttp.refuseInsideTransaction();
        readQuotaWhenDue();
        return line.tried(entity, Purpose.RECORDS, exchange, reader);
    }

    /** Others wait for the reading, since what they may send depends on it. */
    private void readQuotaWhenDue() throws InterruptedException {
        if (!line.quotaDue()) {
            return;
        }
        readingQuota.lockInterruptibly();
        try {
            if (line.quotaDue() && throttle.wantsReading(zone.database())) {
                quota();
            }
            line.quotaRead();
        } finally {
            readingQuota.unlock();
        }
    }

    private URI address(String entity, String path) {
        if (!ENTITY.matcher(entity).matches()) {
            throw new IllegalArgumentException("Not an entity of the API: " + entity);
        }
        return URI.create(zone.api() + "/" + entity + path);
    }
}
