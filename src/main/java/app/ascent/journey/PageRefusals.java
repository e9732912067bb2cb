package app.ascent.journey;

import app.ascent.importing.PersonRefused;
import app.ascent.migration.MigrationRefused;
import app.ascent.web.PageNotice;
import app.ascent.web.Texts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a page does when the engine refuses: back to the migration, with the reason on top. */
@ControllerAdvice(basePackageClasses = PageRefusals.class)
public class PageRefusals {

    private final Texts texts;

    PageRefusals(Texts texts) {
        this.texts = texts;
    }

    @ExceptionHandler
    @Nullable
    String refused(
            MigrationRefused refusal,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect)
            throws IOException {
        return switch (refusal) {
            case MigrationRefused.Unknown _, MigrationRefused.UnknownRun _, MigrationRefused.UnknownRecord _ -> {
                response.sendError(HttpServletResponse.SC_NOT_FOUND);
                yield null;
            }
            case MigrationRefused.AlreadyExists exists -> "redirect:" + Heads.ROOT + "/" + exists.existing();
            case MigrationRefused.NotInThisState _,
                    MigrationRefused.UnknownValue _,
                    MigrationRefused.NothingToRetry _ -> {
                redirect.addFlashAttribute(
                        PageNotice.ATTRIBUTE, PageNotice.refused(texts.say("refused.state"), refusal.getMessage()));
                yield "redirect:" + back(id(request), request.getParameter("back"));
            }
        };
    }

    @ExceptionHandler
    String refused(PersonRefused refusal, HttpServletRequest request, RedirectAttributes redirect) {
        redirect.addFlashAttribute(
                PageNotice.ATTRIBUTE, PageNotice.refused(texts.say("people.refused"), refusal.getMessage()));
        return "redirect:" + Heads.ROOT + "/" + id(request) + ReviewTabs.PEOPLE;
    }

    /** Where one was, when that lies under the migration; else the migration's page. */
    public static String back(Object id, @Nullable String where) {
        String root = Heads.ROOT + "/" + id;
        return where != null && where.startsWith(root) && !where.contains("\\") && !where.contains("//") ? where : root;
    }

    private static Object id(HttpServletRequest request) {
        return request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables
                        && variables.get("id") != null
                ? variables.get("id")
                : "";
    }
}
