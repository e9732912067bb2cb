package app.ascent.desk;

import app.ascent.record.field.Fields;
import app.ascent.record.field.Line;
import app.ascent.record.field.Otherwise;
import app.ascent.text.Text;

/**
 * What an organization says of a status of its own.
 *
 * @param closed whether a ticket with it is done
 */
public record StatusFields(@Line(50) String name, @Otherwise("GREY") Colour colour, boolean closed) {

    public static final Fields<StatusFields> FIELDS = Fields.of(StatusFields.class);

    public StatusFields {
        name = String.valueOf(Text.name(name));
    }
}
