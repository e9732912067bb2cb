package app.ascent.record.field;

import app.ascent.identity.OrganizationId;
import app.ascent.identity.UserId;
import app.ascent.identity.Users;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Checks that users who are chosen for a record are members; who has to do with it already may stay, member or not. */
@Component
public class Participants {

    private final Users users;

    Participants(Users users) {
        this.users = users;
    }

    /** @param one field of the user who does it */
    public <F extends Record> void check(
            OrganizationId organization, Input<F> input, Fields<F> fields, @Nullable F present, String one) {
        check(organization, input, fields, present, one, List.of(), List.of());
    }

    /**
     * @param one field of the user who does it
     * @param more field of those who help
     */
    public <F extends Record> void check(
            OrganizationId organization,
            Input<F> input,
            Fields<F> fields,
            @Nullable F present,
            String one,
            String more) {
        List<UserId> helping = users(input.value(more, List.class));
        List<UserId> helped = present == null ? List.of() : users((List<?>) fields.value(present, more));
        List<UserId> strangers = check(organization, input, fields, present, one, helping, helped);
        if (helping.stream().anyMatch(strangers::contains)) {
            input.refuse(more, "unknown");
        }
    }

    private <F extends Record> List<UserId> check(
            OrganizationId organization,
            Input<F> input,
            Fields<F> fields,
            @Nullable F present,
            String one,
            List<UserId> helping,
            List<UserId> helped) {
        UserId chosen = input.value(one, UserId.class);
        List<UserId> asked = new ArrayList<>(helping);
        if (chosen != null) {
            asked.add(chosen);
        }
        asked.removeAll(helped);
        if (present != null && fields.value(present, one) instanceof UserId already) {
            asked.removeAll(List.of(already));
        }
        if (!asked.isEmpty()) {
            asked.removeAll(users.names(organization, asked).keySet());
        }
        if (chosen != null && asked.contains(chosen)) {
            input.refuse(one, "unknown");
        }
        return asked;
    }

    private static List<UserId> users(@Nullable List<?> people) {
        List<UserId> users = new ArrayList<>();
        for (Object each : people == null ? List.of() : people) {
            if (each instanceof Person person && person.userId() != null) {
                users.add(person.userId());
            }
        }
        return users;
    }
}
