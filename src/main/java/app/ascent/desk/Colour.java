package app.ascent.desk;

/** In which colour a status or a category is shown. */
public enum Colour {
    BLUE,
    GREEN,
    AMBER,
    RED,
    PURPLE,
    GREY
}
