package app.ascent.desk.web;

import app.ascent.desk.Colour;
import app.ascent.desk.TicketCategories;
import app.ascent.desk.TicketCategory;
import app.ascent.desk.TicketCategoryId;
import app.ascent.identity.CurrentUser;
import app.ascent.record.RecordRefused;
import app.ascent.record.field.Entered;
import app.ascent.record.page.Form;
import app.ascent.record.page.RecordWords;
import app.ascent.web.PageNotice;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The forms of what tickets can be about. */
@Controller
@RequestMapping(CategoryForms.CATEGORIES)
@PreAuthorize("hasAuthority('tickets.customize')")
class CategoryForms {

    static final String CATEGORIES = CustomizationPages.PATH + "/categories";

    private static final String BACK = "redirect:" + CustomizationPages.PATH;
    private static final Form FORM = new Form("desk/category-form", List.of("name", "colour", Entered.VERSION));

    private final TicketCategories categories;
    private final RecordWords words;
    private final CurrentUser currentUser;

    CategoryForms(TicketCategories categories, RecordWords words, CurrentUser currentUser) {
        this.categories = categories;
        this.words = words;
        this.currentUser = currentUser;
    }

    @GetMapping("/new")
    ModelAndView add(@Nullable Entered returned) {
        Entered begun = Entered.nothing().with("colour", Colour.GREY);
        return offer(FORM.open(returned == null ? begun : returned, null), null);
    }

    @PostMapping
    ModelAndView create(Entered entered, RedirectAttributes redirect) {
        try {
            return done("created", categories.create(currentUser.organization(), entered), redirect);
        } catch (RecordRefused.Invalid refusal) {
            return offer(FORM.refused(entered, refusal, words.problems()), null);
        }
    }

    /** Where whoever does not delete a category, after all, is led. */
    @GetMapping("/{id}")
    String show(@PathVariable UUID id) {
        return BACK;
    }

    @GetMapping("/{id}/edit")
    ModelAndView edit(@PathVariable UUID id, @Nullable Entered returned) {
        TicketCategory category = existing(id);
        Entered present = Entered.nothing()
                .with("name", category.name())
                .with("colour", category.colour())
                .with(Entered.VERSION, category.version());
        return offer(FORM.open(returned == null ? present : returned, null), category);
    }

    @PostMapping("/{id}")
    ModelAndView update(@PathVariable UUID id, Entered entered, RedirectAttributes redirect) {
        TicketCategory category = existing(id);
        try {
            return done("saved", categories.update(currentUser.organization(), category.id(), entered), redirect);
        } catch (RecordRefused.Invalid refusal) {
            return offer(FORM.refused(entered, refusal, words.problems()), category);
        }
    }

    @GetMapping("/{id}/delete")
    ModelAndView confirmDelete(@PathVariable UUID id) {
        return new ModelAndView("desk/category-delete")
                .addObject("category", existing(id))
                .addObject(
                        "tickets",
                        categories.tickets(currentUser.organization()).getOrDefault(id, 0L));
    }

    @PostMapping("/{id}/delete")
    String delete(@PathVariable UUID id, RedirectAttributes redirect) {
        TicketCategory category = existing(id);
        categories.delete(currentUser.organization(), category.id());
        say(words.say("categories.deleted", category.name()), redirect);
        return BACK;
    }

    private TicketCategory existing(UUID id) {
        return categories.get(currentUser.organization(), new TicketCategoryId(id));
    }

    private ModelAndView offer(ModelAndView page, @Nullable TicketCategory category) {
        return page.addObject("category", category)
                .addObject("colours", words.choices("desk", "colour", Colour.values()));
    }

    private ModelAndView done(String deed, TicketCategory category, RedirectAttributes redirect) {
        say(words.say("categories." + deed, category.name()), redirect);
        return new ModelAndView(BACK);
    }

    private static void say(String text, RedirectAttributes redirect) {
        redirect.addFlashAttribute(PageNotice.ATTRIBUTE, PageNotice.done(text));
    }
}
