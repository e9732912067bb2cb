package app.ascent.importing.project;

import static org.assertj.core.api.Assertions.assertThat;

import app.ascent.importing.note.AutotaskNote;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The Source card and the report have words for every field of Autotask that is read, for some of them show any. */
class SourceFieldWordsTests {

    @Test
    void hasWordsForEveryFieldThatIsRead() {
        ResourceBundle words = ResourceBundle.getBundle("messages/importing");

        assertThat(words.keySet())
                .containsAll(Map.of(
                                "projects", AutotaskProject.class,
                                "phases", AutotaskPhase.class,
                                "tasks", AutotaskTask.class,
                                "projectNotes", AutotaskNote.class,
                                "taskNotes", AutotaskNote.class)
                        .entrySet()
                        .stream()
                        .flatMap(type -> keys(type.getKey(), type.getValue()))
                        .toList());
    }

    private static Stream<String> keys(String type, Class<?> payload) {
        String owner = type.equals("taskNotes") ? "taskID" : "projectID";
        return Arrays.stream(payload.getRecordComponents())
                .map(RecordComponent::getName)
                .filter(field -> !field.equals("id"))
                .filter(field -> payload != AutotaskNote.class
                        || !Set.of("projectID", "taskID", "ticketID").contains(field)
                        || field.equals(owner))
                .map(field -> "source.%s.%s".formatted(type, field));
    }
}
