package app.ascent.importing;

import app.ascent.migration.spi.SourceId;
import app.ascent.web.Texts;

/** What people read in the place of the API's name of a record. */
public final class SourceWords {

    private SourceWords() {}

    /** The number that Autotask shows, and of what, where its type is read from several entities that count apart. */
    public static String of(SourceId id, Texts texts) {
        String number = Long.toString(id.value());
        String part = id.part();
        return part == null ? number : texts.say("source.id.of-part", number, texts.sayOr("part." + part, part));
    }
}
