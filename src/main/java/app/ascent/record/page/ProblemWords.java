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

    /** {@code It has 23 contacts and 2 clients below it.} */
    public String say(InUse refusal) {
        List<String> dependents = refusal.dependents().stream().map(this::said).toList();
        if (dependents.isEmpty()) {
            return say("record.in-use.meanwhile");
        }
        if (refusal.dependents().stream().anyMatch(Dependents::lasting)) {
            return say("record.in-use.lasting", String.join(", ", dependents));
        }
        String most = String.join(", ", dependents.subList(0, dependents.size() - 1));
        return most.isEmpty()
                ? say("record.in-use", dependents.getLast())
                : say("record.in-use.several", most, dependents.getLast());
    }

    public String say(String key, Object... arguments) {
        return messages.getMessage(key, arguments, Locale.ENGLISH);
    }
}
