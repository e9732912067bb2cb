package app.ascent.desk;

import app.ascent.text.Folded;

/** In which colour a status or a category is shown. */
public enum Colour {
    BLUE,
    GREEN,
    AMBER,
    RED,
    PURPLE,
    GREY;

    /** One that always belongs to a name, for whatever nobody chose a colour for. */
    static Colour of(String name) {
        return values()[Math.floorMod(Folded.key(name).hashCode(), values().length)];
    }
}
