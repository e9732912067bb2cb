package app.ascent.browser;

import static app.ascent.browser.Journeys.isOpenInLightAndDark;
import static app.ascent.browser.Journeys.isOpenToEverybody;
import static app.ascent.conversation.Entries.fresh;
import static app.ascent.conversation.Entries.note;
import static app.ascent.conversation.Entries.system;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import app.ascent.EnabledIfChromium;
import app.ascent.SharedAscent;
import app.ascent.browser.Journeys.Window;
import app.ascent.conversation.Boats;
import app.ascent.conversation.ConversationImports;
import app.ascent.conversation.EntryFields;
import app.ascent.conversation.Owner;
import app.ascent.conversation.Visibility;
import app.ascent.identity.Crew;
import app.ascent.identity.Role;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A conversation on the page of its record, in the browser. */
@SharedAscent
@EnabledIfChromium
class ConversationIT {

    private final Journeys journeys;
    private final Crew crew;
    private final Owner boat;

    @Autowired
    ConversationIT(Journeys journeys, JdbcClient jdbc, ConversationImports imports) {
        this.journeys = journeys;
        this.crew = Crew.of(jdbc, "Fjordlight IT");
        this.boat = Boats.launched(crew.organization());
        Stream<EntryFields> notes = IntStream.range(0, 60).mapToObj(at -> note(boat, 10 * at, "said " + at + "."));
        Stream<EntryFields> rules = IntStream.range(0, 3).mapToObj(at -> system(boat, 571 + at, "workflow rules"));
        Stream<EntryFields> others = Stream.of(
                internal(note(boat, 690, "An afterthought.")),
                note(boat, 700, "See https://status.example " + "long ".repeat(10_000) + "end."));
        imports.save(
                crew.organization(),
                Stream.of(notes, rules, others)
                        .flatMap(all -> all)
                        .map(each -> fresh(each))
                        .toList());
    }

    /** With script what is asked for comes into the page; without it is a page. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void isReadAndAddedTo(boolean script) {
        journeys.go("conversation-" + script, script ? Window.DESK : Window.WITHOUT_SCRIPT, page -> {
            open(page);
            assertThat(page.getByText("said 55.")).not().isVisible();
            follow(page, "Show 57 earlier entries");
            assertThat(page.getByText("said 7.", exact())).isVisible();
            assertThat(page.getByText("said 58.")).isVisible(new IsVisibleOptions().setVisible(script));
            follow(page, "Show 7 earlier entries");
            assertThat(page.getByText("said 0.")).isVisible();

            open(page);
            follow(page, "Show 3 system entries");
            assertThat(page.getByText("Rule fired")).hasCount(3);
            open(page);
            follow(page, "Show all 51 kB");
            assertThat(page.getByText("end.")).isVisible();

            open(page);
            page.getByLabel("Note").fill("Two more nights.\nThen close.");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Add note"))
                    .press("Enter");
            assertThat(page).hasURL(Pattern.compile(".*/boats/boats/" + boat.id() + "#composer"));
            Locator added = page.getByRole(AriaRole.ARTICLE).last();
            assertThat(added).containsText("Two more nights.");
            assertThat(added).containsText("Internal");
        });
    }

    @Test
    void isOpenToEverybodyInLightAndDarkAndOnAPhone() {
        for (Window window : new Window[] {Window.DESK, Window.PHONE}) {
            journeys.go("conversation-open-" + window.width(), window, page -> {
                open(page);
                isOpenInLightAndDark(page);
                follow(page, "Show 3 system entries");
                assertThat(page.getByText("Rule fired")).hasCount(3);
                isOpenToEverybody(page);
                page.navigate("/conversation/boats/" + boat.id());
                isOpenToEverybody(page);
                page.navigate("/conversation/boats/" + boat.id() + "/system");
                isOpenToEverybody(page);
            });
        }
    }

    private static EntryFields internal(EntryFields note) {
        EntryFields headed = EntryFields.FIELDS.with(note, "heading", "Night watch");
        return EntryFields.FIELDS.with(headed, "visibility", Visibility.INTERNAL);
    }

    private void open(Page page) {
        if (page.url().equals("about:blank")) {
            new SignInScreen(page).signIn(crew.as(Role.OWNER).email(), Crew.PASSWORD);
        }
        page.navigate("/boats/boats/" + boat.id());
    }

    private static void follow(Page page, String link) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(link)).click();
    }

    private static Page.GetByTextOptions exact() {
        return new Page.GetByTextOptions().setExact(true);
    }
}
