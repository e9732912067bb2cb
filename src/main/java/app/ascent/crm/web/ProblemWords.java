package app.ascent.crm.web;

import app.ascent.crm.CrmRefused.InUse;
import app.ascent.crm.FieldProblem;
import app.ascent.web.Formats;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What people and programs are told when something was refused. */
@Component
class ProblemWords {

    private final MessageSource messages;
    private final Formats formats;

    ProblemWords(MessageSource messages, Formats formats) {
        this.messages = messages;
        this.formats = formats;
    }

    String say(FieldProblem problem) {
        Object[] arguments = problem.arguments().stream()
                .map(argument -> argument instanceof Number number ? formats.count(number.longValue()) : argument)
                .toArray();
        return say("crm.problem." + problem.code(), arguments);
    }

    /** {@code It has 23 contacts and 2 clients below it.} */
    String say(InUse refusal) {
        String contacts = say("crm.contacts", refusal.contacts(), formats.count(refusal.contacts()));
        String children = say("crm.children", refusal.children(), formats.count(refusal.children()));
        if (refusal.contacts() > 0 && refusal.children() > 0) {
            return say("crm.in-use.both", contacts, children);
        }
        if (refusal.contacts() + refusal.children() == 0) {
            return say("crm.in-use.meanwhile");
        }
        return say("crm.in-use", refusal.contacts() > 0 ? contacts : children);
    }

    String say(String key, Object... arguments) {
        return messages.getMessage(key, arguments, Locale.ENGLISH);
    }
}
