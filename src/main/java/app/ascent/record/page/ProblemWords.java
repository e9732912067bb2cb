package app.ascent.record.page;

import app.ascent.record.FieldProblem;
import app.ascent.record.RecordRefused.Dependents;
import app.ascent.record.RecordRefused.InUse;
import app.ascent.web.Formats;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What people and programs are told when something was refused. */
@Component
public class ProblemWords {

    private final MessageSource messages;
    private final Formats formats;

    ProblemWords(MessageSource messages, Formats formats) {
        this.messages = messages;
        this.formats = formats;
    }

    public String say(FieldProblem problem) {
        Object[] arguments = problem.arguments().stream().map(this::said).toArray();
        return say("record.problem." + problem.code(), arguments);
    }

    /** For people, who choose what a program writes. */
    String inForm(FieldProblem problem) {
        String form = messages.getMessage("record.problem." + problem.code() + ".form", null, "", Locale.ENGLISH);
        return form == null || form.isEmpty() ? say(problem) : form;
    }

    private Object said(Object argument) {
        return switch (argument) {
            case Number number -> formats.count(number.longValue());
            case Dependents some -> said(some);
            default -> argument;
        };
    }

    private String said(Dependents some) {
        return say(some.words(), some.count(), formats.count(some.count()));
    }

    private String said(List<Dependents> some) {
        List<String> each = some.stream().map(this::said).toList();
        String most = String.join(", ", each.subList(0, each.size() - 1));
        return most.isEmpty() ? each.getLast() : say("record.in-use.several", most, each.getLast());
    }

    /** {@code It has 23 contacts and 2 clients below it.} What can be moved or deleted is not told where the rest cannot be. */
    public String say(InUse refusal) {
        if (refusal.dependents().isEmpty()) {
            return say("record.in-use.meanwhile");
        }
        List<Dependents> lasting =
                refusal.dependents().stream().filter(Dependents::lasting).toList();
        if (!lasting.isEmpty()) {
            return say("record.in-use.lasting", said(lasting));
        }
        return say("record.in-use", said(refusal.dependents()));
    }

    public String say(String key, Object... arguments) {
        return messages.getMessage(key, arguments, Locale.ENGLISH);
    }
}
