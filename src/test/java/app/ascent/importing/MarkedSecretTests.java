package app.ascent.importing;

import static org.assertj.core.api.Assertions.assertThat;

import app.ascent.EverythingLogged;
import app.ascent.autotask.AutotaskStub;
import app.ascent.importing.OwnerApi.Answer;
import app.ascent.web.Visitor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A marked secret goes through everything that can be done with one, and is then looked for everywhere. */
@ExtendWith({OutputCaptureExtension.class, EverythingLogged.class})
class MarkedSecretTests extends ImportJourney {

    private static final String MARKED = "MARKED-Secret-0x7Q";
    private static final String WRONG = "MARKED-Wrong-0x7Q";

    private final int port;

    MarkedSecretTests(JdbcClient jdbc, @Value("${local.server.port}") int port) {
        super(jdbc, port);
        this.port = port;
    }

    @Override
    Set<String> kinds() {
        return Set.of("contacts");
    }

    @Test
    void showsUpInNoLogNoPageNoAnswerAndNoTable(CapturedOutput log) {
        AUTOTASK.secret(MARKED)
                .companies(Payload.company()
                        .withNull("parentCompanyID")
                        .with("companyType", 99)
                        .toString())
                .contacts(Payload.contact().with("companyID", 5).toString());
        List<String> seen = new ArrayList<>();

        String migration = workThroughTheApi(seen);
        seen.addAll(pages(migration));

        assertThat(AUTOTASK.calls()).anyMatch(AutotaskStub.Call::withCredentials);
        assertHidden("answers and pages", seen);
        assertHidden("log", List.of(log.getAll()));
        assertThat(log.getAll()).as("the log is at its most talkative").contains("TRACE");
        for (String table : tables()) {
            assertHidden(table, rows(table));
        }
    }

    private String workThroughTheApi(List<String> seen) {
        String tests = ROOT + "/connection-tests";
        seen.add(api.post(tests, credentials(MARKED)).text());
        seen.add(api.post(tests, credentials(WRONG)).text());
        seen.add(
                api.post(tests, "{\"apiUser\":\"u\",\"secret\":" + MARKED + "}").text());
        seen.add(api.post(tests, "{\"apiUser\":\"\",\"secret\":\"" + MARKED + "\",\"integrationCode\":\"\"}")
                .text());
        seen.add(api.post(tests, credentials(MARKED + "\\nX")).text());
        seen.add(api.post(tests, credentials(MARKED + "ü\u2603")).text());
        seen.add(api.post(tests, "{\"apiUser\":\"u\",\"integrationCode\":\"c\",\"secret\":[\"" + MARKED + "\"]}")
                .text());
        Answer created = api.post(ROOT + "/migrations", credentials(MARKED));
        seen.add(created.text());
        seen.add(api.post(ROOT + "/migrations", credentials(MARKED)).text());
        String migration = ROOT + "/migrations/" + created.at("/id");
        seen.add(run(migration).text());
        AUTOTASK.secret("something else");
        start(migration);
        seen.add(awaited(migration, "FAILED").text());
        seen.add(api.put(migration + "/credentials", credentials(WRONG)).text());
        AUTOTASK.secret(MARKED);
        seen.add(api.put(migration + "/credentials", credentials(MARKED)).text());
        seen.add(run(migration).text());
        Stream.of("/runs", "/report", "/report.csv", "/records")
                .forEach(path -> seen.add(api.get(migration + path).text()));
        return migration;
    }

    private List<String> pages(String migration) {
        Visitor browser = new Visitor(port);
        assertThat(browser.signIn(OwnerApi.EMAIL, OwnerApi.PASSWORD).location()).isEqualTo("/");
        String root = "/admin/autotask-migration";
        String page = root + migration.substring((ROOT + "/migrations").length());
        Map<String, String> form = Map.of(
                "apiUser", AutotaskStub.API_USER,
                "secret", MARKED,
                "integrationCode", AutotaskStub.INTEGRATION_CODE);
        Stream<Visitor.Answer> posts = Stream.of(
                browser.post(root + "/test", form),
                browser.post(root, form),
                browser.post(page + "/credentials", form));
        Stream<Visitor.Answer> gets = Stream.of(
                        page,
                        page + "/credentials",
                        page + "/issues",
                        page + "/delete",
                        "/clients",
                        "/admin/audit-logs")
                .map(browser::get);
        return Stream.concat(posts, gets)
                .peek(answer -> assertThat(answer.status())
                        .as(answer.response().uri().toString())
                        .isIn(200, 303, 302, 409, 422))
                .map(Visitor.Answer::body)
                .toList();
    }

    private List<String> tables() {
        return jdbc.sql("select tablename from pg_tables where schemaname = current_schema()")
                .query(String.class)
                .list();
    }

    /** Bytes show as hex in a row's text; a serialized object would hide there, so they are decoded, too. */
    private List<String> rows(String table) {
        return jdbc.sql("select t::text || coalesce((select string_agg(encode(decode(hex[1], 'hex'), 'escape'), '') "
                        + "from regexp_matches(t::text, '\\\\x((?:[0-9a-f]{2})+)', 'g') as hex), '') from "
                        + table + " t")
                .query(String.class)
                .list();
    }

    private static void assertHidden(String place, List<String> texts) {
        for (String text : texts) {
            for (String secret : List.of(MARKED, WRONG, AutotaskStub.INTEGRATION_CODE)) {
                int at = text.indexOf(secret);
                assertThat(at < 0 ? "" : text.substring(Math.max(0, at - 200), Math.min(text.length(), at + 60)))
                        .as(place)
                        .isEmpty();
            }
        }
    }
}
