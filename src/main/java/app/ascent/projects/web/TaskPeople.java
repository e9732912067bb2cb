package app.ascent.projects.web;

import app.ascent.identity.CurrentUser;
import app.ascent.identity.UserId;
import app.ascent.projects.TaskView;
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

/** Who can be chosen for a task: members are ticked, others are written down by name, one a line. */
@Component
class TaskPeople {

    private static final String USER = "user:";
    private static final String NAME = "name:";

    private final ProjectPeople members;
    private final RecordNames names;
    private final CurrentUser currentUser;

    TaskPeople(ProjectPeople members, RecordNames names, CurrentUser currentUser) {
        this.members = members;
        this.names = names;
        this.currentUser = currentUser;
    }

    /** Both as one field, as programs send it; whatever came back from an ended session is one already. */
    static String entered(MultiValueMap<String, String> input) {
        Stream<String> whole = input.getOrDefault("people", List.of()).stream();
        Stream<String> ticked =
                input.getOrDefault("peopleIds", List.of()).stream().map(id -> USER + id);
        Stream<String> written = input.getOrDefault("peopleNames", List.of()).stream()
                .flatMap(String::lines)
                .filter(name -> !name.isBlank())
                .map(name -> NAME + name.strip());
        return Stream.of(whole, ticked, written).flatMap(lines -> lines).collect(Collectors.joining("\n"));
    }

    /** Active members, and whoever has to do with the task now. */
    ModelAndView offer(ModelAndView page, @Nullable TaskView task, Entered entered) {
        UserId assignee = task == null ? null : task.fields().assigneeId();
        Map<String, String> choices = new LinkedHashMap<>(members.choices(assignee));
        List<UserId> present = task == null
                ? List.of()
                : task.fields().people().stream()
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
