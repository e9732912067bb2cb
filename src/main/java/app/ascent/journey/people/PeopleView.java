package app.ascent.journey.people;

import app.ascent.importing.people.PersonChoice.Target;
import app.ascent.journey.Figure;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who the people of Autotask are in Ascent.
 *
 * @param counted whether a run has counted their records
 * @param asNames what the button says that takes all undecided ones as names; null where there are none
 */
record PeopleView(
        List<Count> figures, boolean counted, List<Row> rows, List<Member> members, @Nullable String asNames) {

    /** @param look whether it is a number that wants a look */
    record Count(String label, String value, String note, boolean look) {}

    /** An active member somebody can be. */
    record Member(String id, String name) {}

    /** @param target what becomes of somebody, as the form sends it */
    record Option(Target target, String label, boolean chosen) {}

    /**
     * @param look whether they want a decision, and so come first
     * @param others how many records of other kinds than tickets and time entries name them; null where none do
     * @param was what stands there, so that only what somebody changed is saved
     * @param user whom they are, if they are chosen to be a user
     * @param why what there is to be said of it
     * @param suggested the member of the same name, to be used with one click
     */
    record Row(
            String id,
            String name,
            String below,
            boolean look,
            @Nullable String others,
            Figure tickets,
            Figure open,
            Figure hours,
            List<Option> options,
            String was,
            String user,
            String why,
            @Nullable String suggested) {}
}
