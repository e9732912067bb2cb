package app.ascent.record.page;

import app.ascent.identity.CurrentUser;
import app.ascent.identity.OrganizationId;
import app.ascent.record.RecordRefused;
import app.ascent.record.field.Entered;
import app.ascent.record.table.RecordDesk;
import app.ascent.record.table.RecordView;
import app.ascent.web.PageNotice;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * How people enter records of one kind: a form that is new, refused, overtaken by somebody else, or saved.
 *
 * @param <I> ids of the records
 * @param <V> a record as pages show it
 */
public final class RecordForms<I extends Record, V extends RecordView<I, ?>> {

    /** What a form shows beside what was entered. */
    public interface Surroundings<V> {

        /** Records that may be the one that is about to be added; none where several may share a name. */
        default Doubtful doubtful(Entered entered) {
            return Doubtful.of(List.of());
        }

        /**
         * Adds what there is to choose from.
         *
         * @param record that is edited, or null for a new one
         */
        ModelAndView offer(ModelAndView page, @Nullable V record, Entered entered);
    }

    private final RecordKind kind;
    private final RecordDesk<I, ?, ?, V, ?> desk;
    private final Surroundings<V> surroundings;
    private final CurrentUser currentUser;
    private final Form form;
    private final Clashes clashes;
    private final RecordWords words;
    private final Clashes.Words clashWords;

    public RecordForms(
            RecordKind kind,
            RecordDesk<I, ?, ?, V, ?> desk,
            Surroundings<V> surroundings,
            RecordWords words,
            CurrentUser currentUser) {
        this.kind = kind;
        this.desk = desk;
        this.surroundings = surroundings;
        this.words = words;
        this.currentUser = currentUser;
        Map<String, Class<?>> inputs = new LinkedHashMap<>();
        kind.fields().entered().forEach(field -> inputs.put(field.name(), field.type()));
        inputs.putAll(kind.more());
        this.clashes = new Clashes(List.copyOf(inputs.keySet()));
        inputs.put(Entered.VERSION, Long.class);
        this.form = new Form(kind.form(), List.copyOf(inputs.keySet()));
        this.clashWords = words.of(kind.singular(), inputs);
    }

    /** What a new record begins with. */
    public Entered fresh() {
        return Entered.fresh(kind.fields());
    }

    public ModelAndView add(Entered begun) {
        return surroundings.offer(form.open(begun, clashes.fingerprint(begun)), null, begun);
    }

    /** Input that comes back after its session had ended. */
    public ModelAndView addReturned(Entered entered) {
        return surroundings.offer(form.open(entered, null), null, entered);
    }

    /** @param seen names the doubles that were shown already */
    public ModelAndView create(Entered entered, String seen, RedirectAttributes redirect) {
        return create(entered, seen, redirect, sent -> desk.create(currentUser.organization(), sent));
    }

    /** @param creating where something else is done together with it */
    public ModelAndView create(
            Entered entered, String seen, RedirectAttributes redirect, Function<Entered, V> creating) {
        Doubtful doubtful = surroundings.doubtful(entered);
        if (doubtful.isUnseen(seen)) {
            return surroundings.offer(form.undecided(entered), null, entered).addObject("doubtful", doubtful);
        }
        try {
            return done(creating.apply(entered), "created", redirect);
        } catch (RecordRefused.Invalid refusal) {
            return surroundings
                    .offer(form.refused(entered, refusal, words.problems()), null, entered)
                    .addObject("seen", seen);
        }
    }

    /** @param returned what comes back after its session had ended, if anything does */
    public ModelAndView edit(UUID id, @Nullable Entered returned) {
        V record = existing(id);
        Entered present = record.entered();
        if (returned == null) {
            return surroundings.offer(form.open(present, clashes.fingerprint(present)), record, present);
        }
        Entered settled = clashes.settled(returned, present);
        return surroundings.offer(form.open(settled, returned.raw(Form.OPENED)), record, settled);
    }

    public ModelAndView update(UUID id, Entered sent, RedirectAttributes redirect) {
        Optional<V> present = find(id);
        if (present.isEmpty()) {
            Entered free = sent.with(Entered.VERSION, null);
            return surroundings.offer(form.gone(free), null, free);
        }
        Entered entered = clashes.settled(sent, present.get().entered());
        try {
            return done(desk.update(currentUser.organization(), desk.id(id), entered), "saved", redirect);
        } catch (RecordRefused.Invalid refusal) {
            return refused(id, sent, entered, refusal);
        } catch (RecordRefused.Held refusal) {
            return refused(id, sent, entered, new RecordRefused.Invalid(List.of(refusal.problem())));
        } catch (RecordRefused.ChangedMeanwhile refusal) {
            return decide(existing(id), entered, redirect);
        }
    }

    private ModelAndView refused(UUID id, Entered sent, Entered entered, RecordRefused.Invalid refusal) {
        return surroundings
                .offer(form.refused(entered, refusal, words.problems()), existing(id), entered)
                .addObject(Form.OPENED, sent.raw(Form.OPENED));
    }

    /** Where nobody else changed what was changed here, it is saved as if nothing had happened meanwhile. */
    private ModelAndView decide(V record, Entered entered, RedirectAttributes redirect) {
        Entered theirs = record.entered();
        String before = entered.raw(Form.OPENED);
        String opened = clashes.fingerprint(theirs);
        Entered onTop = clashes.merged(entered, theirs, before)
                .with(Entered.VERSION, theirs.raw(Entered.VERSION))
                .with(Form.OPENED, opened);
        Map<String, Clash> differing = clashes.between(onTop, theirs, before, clashWords);
        if (differing.isEmpty()) {
            return update(UUID.fromString(record.address()), onTop, redirect);
        }
        return surroundings
                .offer(form.undecided(onTop), record, onTop)
                .addObject(Form.OPENED, opened)
                .addObject("clashes", differing);
    }

    /** To the record, with a sentence that names it. */
    public ModelAndView done(V record, String deed, RedirectAttributes redirect) {
        say(PageNotice.done(words.say(kind.plural() + "." + deed, record.name())), redirect);
        return new ModelAndView("redirect:/%s/%s".formatted(kind.plural(), record.address()));
    }

    /** A page that looks alike for all kinds and says of which one it is. */
    public ModelAndView page(String view) {
        return new ModelAndView(view).addObject("kind", kind.plural()).addObject("path", kind.path());
    }

    /** The dialog before a record goes: what keeps it, or what it is taken out of. */
    public ModelAndView confirmDelete(UUID id) {
        return confirmDelete(id, "record/delete");
    }

    /** @param view where the page lies elsewhere than the record's list */
    public ModelAndView confirmDelete(UUID id, String view) {
        V record = existing(id);
        OrganizationId organization = currentUser.organization();
        return page(view)
                .addObject("path", kind.path() + "/" + record.address())
                .addObject("name", record.name())
                .addObject(kind.singular(), record)
                .addObject("imported", record.source() != null)
                .addObject(
                        "inUse",
                        desk.use(organization, record.id())
                                .map(inUse -> words.problems().say(inUse))
                                .orElse(null))
                .addObject("mentions", desk.mentions(organization, record.id()));
    }

    /** To the list, or back to the record while others need it. */
    public String delete(UUID id, RedirectAttributes redirect) {
        String name = existing(id).name();
        try {
            desk.delete(currentUser.organization(), desk.id(id));
        } catch (RecordRefused.InUse refusal) {
            say(
                    PageNotice.refused(
                            words.say(kind.plural() + ".delete.refused", name),
                            words.problems().say(refusal)),
                    redirect);
            return "redirect:/%s/%s".formatted(kind.plural(), id);
        }
        say(PageNotice.done(words.say(kind.plural() + ".deleted", name)), redirect);
        return "redirect:/" + kind.plural();
    }

    private static void say(PageNotice notice, RedirectAttributes redirect) {
        redirect.addFlashAttribute(PageNotice.ATTRIBUTE, notice);
    }

    private Optional<V> find(UUID id) {
        return desk.find(currentUser.organization(), desk.id(id));
    }

    /** @throws RecordRefused.Unknown also for another organization's record */
    public V existing(UUID id) {
        return find(id).orElseThrow(() -> new RecordRefused.Unknown(id));
    }
}
