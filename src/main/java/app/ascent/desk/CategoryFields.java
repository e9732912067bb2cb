package app.ascent.desk;

import app.ascent.record.field.Fields;
import app.ascent.record.field.Line;
import app.ascent.record.field.Otherwise;
import app.ascent.text.Text;

/** What an organization says of a category. */
public record CategoryFields(@Line(50) String name, @Otherwise("GREY") Colour colour) {

    public static final Fields<CategoryFields> FIELDS = Fields.of(CategoryFields.class);

    public CategoryFields {
        name = String.valueOf(Text.name(name));
    }
}
