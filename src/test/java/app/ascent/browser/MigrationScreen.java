package app.ascent.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;

/** The pages of the Autotask migration as somebody reads them: by roles, labels and words. */
final class MigrationScreen {

    private static final LocatorAssertions.IsVisibleOptions PATIENTLY =
            new LocatorAssertions.IsVisibleOptions().setTimeout(600_000);

    private final Page page;

    MigrationScreen(Page page) {
        this.page = page;
    }

    void openFromTheMenu() {
        link("Autotask Migration").first().click();
        assertThat(heading("Autotask Migration")).isVisible();
    }

    void fillInThePracticeTenant() {
        link("Fill in its credentials").click();
        assertThat(page.getByLabel("API User")).hasValue("practice@sandbox.example");
    }

    void typeUser(String user) {
        page.getByLabel("API User").fill(user);
    }

    void typeSecret(String secret) {
        page.getByLabel("API Secret", new Page.GetByLabelOptions().setExact(true))
                .fill(secret);
    }

    void typeCode(String code) {
        page.getByLabel("API Integration Code", new Page.GetByLabelOptions().setExact(true))
                .fill(code);
    }

    void press(String button) {
        button(button).click();
    }

    void follow(String link) {
        link(link).first().click();
    }

    void sees(String heading) {
        assertThat(heading(heading)).isVisible();
    }

    void awaits(String heading) {
        assertThat(heading(heading)).isVisible(PATIENTLY);
    }

    void reads(String text) {
        assertThat(page.getByText(text).first()).isVisible();
    }

    void cannotPress(String button) {
        assertThat(button(button)).isDisabled();
    }

    void canPress(String button) {
        assertThat(button(button)).isEnabled();
    }

    void hasFocusOn(String heading) {
        assertThat(heading(heading)).isFocused();
    }

    Locator dialog() {
        return page.getByRole(AriaRole.DIALOG);
    }

    void reloadUntil(String heading) {
        for (int look = 0; look < 600 && !heading(heading).isVisible(); look++) {
            page.waitForTimeout(1000);
            page.reload();
        }
        sees(heading);
    }

    Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    Locator link(String name) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name));
    }

    private Locator heading(String name) {
        return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(name));
    }
}
