package app.ascent.record.page;

import app.ascent.identity.CurrentUser;
import app.ascent.identity.UserId;
import app.ascent.record.RecordNames;
import app.ascent.record.field.Entered;
import app.ascent.record.field.Person;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import org.springframework.web.servlet.ModelAndView;

/** Who can be chosen to work on something together: members are ticked, others are written down by name, one a line. */
@Component
public class PeopleChoices {

    private static final String USER = "user:";
    private static final String NAME = "name:";

    private final MemberChoices members;
    private final RecordNames names;
    private final CurrentUser currentUser;

    PeopleChoices(MemberChoices members, RecordNames names, CurrentUser currentUser) {
        this.members = members;
        this.names = names;
        this.currentUser = currentUser;
    }

    /** Both as one field, as programs send it; whatever came back from an ended session is one already. */
    public static String entered(MultiValueMap<String, String> input) {
        Stream<String> whole = input.getOrDefault("people", List.of()).stream();
        Stream<String> ticked =
                input.getOrDefault("peopleIds", List.of()).stream().map(id -> USER + id);
        Stream<String> written = input.getOrDefault("peopleNames", List.of()).stream()
                .flatMap(String::lines)
                .filter(name -> !name.isBlank())
                .map(name -> NAME + name.strip());
        return Stream.of(whole, ticked, written).flatMap(lines -> lines).collect(Collectors.joining("\n"));
    }

    /**
     * Active members, and whoever has to do with the record now.
     *
     * @param assignee who does it now, or null
     * @param people who do it together with the assignee now
     */
    public ModelAndView offer(ModelAndView page, @Nullable UserId assignee, List<Person> people, Entered entered) {
        Map<String, String> choices = new LinkedHashMap<>(members.of(assignee));
        List<UserId> present = people.stream()
                .map(Person::userId)
                .<UserId>mapMulti((id, some) -> {
                    if (id != null && !choices.containsKey(id.toString())) {
                        some.accept(id);
                    }
                })
                .toList();
        Map<Object, String> named = new HashMap<>(names.of(currentUser.organization(), present));
        Map<String, String> helping = new LinkedHashMap<>(choices);
        present.forEach(id -> helping.put(id.toString(), named.getOrDefault(id, id.toString())));
        List<String> chosen = new ArrayList<>();
        List<String> written = new ArrayList<>();
        Objects.requireNonNullElse(entered.raw("people"), "").lines().forEach(line -> {
            if (line.startsWith(USER)) {
                chosen.add(line.substring(USER.length()));
            } else {
                written.add(line.startsWith(NAME) ? line.substring(NAME.length()) : line);
            }
        });
        return page.addObject("assignees", choices)
                .addObject("helping", helping)
                .addObject("chosenPeople", chosen)
                .addObject("writtenPeople", String.join("\n", written));
    }
}
