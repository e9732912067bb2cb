package app.ascent.web;

import static org.assertj.core.api.Assertions.assertThat;

import app.ascent.identity.Crew;
import app.ascent.web.Visitor.Answer;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.resource.ResourceUrlProvider;

/** What pages are made of comes from the class path; where a link leads to a page, nobody looks there. */
@VisitedApplication
class StaticFilesTests {

    private static final Pattern LINKED = Pattern.compile("(?:href|src)=\"(/(?:shell|webjars)/[^\"#]+)");

    private final ResourceUrlProvider files;
    private final JdbcClient jdbc;
    private final int port;

    StaticFilesTests(ResourceUrlProvider files, JdbcClient jdbc, @LocalServerPort int port) {
        this.files = files;
        this.jdbc = jdbc;
        this.port = port;
    }

    @Test
    void looksForNoFileBehindALinkToAPage() {
        assertThat(files.getHandlerMap())
                .containsKeys("/shell/**", "/webjars/**")
                .doesNotContainKey("/**");
    }

    @Test
    void givesWhatAPageLinks() {
        Crew.of(jdbc, "Fjordlight IT");
        List<String> linked = LINKED.matcher(new Visitor(port).get("/login").body())
                .results()
                .map(link -> link.group(1))
                .distinct()
                .toList();

        assertThat(linked).contains("/shell/ascent.css", "/shell/ascent.js", "/shell/icons.svg");
        assertThat(linked).allSatisfy(link -> assertThat(new Visitor(port).get(link))
                .extracting(Answer::status)
                .isEqualTo(200));
    }
}
