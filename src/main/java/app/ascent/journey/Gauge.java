package app.ascent.journey;

import app.ascent.web.Formats;
import app.ascent.web.Texts;
import java.io.Serializable;
import java.util.Locale;

/**
 * The hourly quota of a tenant as a bar: what others used, what we used, and where Ascent stops. Positions are percentages
 * with a dot, for attributes of an SVG.
 *
 * @param anchor how the words stand at the mark, so that they stay within the bar
 */
public record Gauge(
        String othersWidth,
        String oursAt,
        String oursWidth,
        String stopAt,
        String anchor,
        String stops,
        String limit,
        String sentence)
        implements Serializable {

    public static Gauge of(int limit, int others, int ours, int stopsAt, Formats formats, Texts texts) {
        double whole = Math.max(1, limit);
        double stop = 100 * stopsAt / whole;
        return new Gauge(
                percent(100 * others / whole),
                percent(100 * others / whole),
                percent(100 * ours / whole),
                percent(stop),
                stop < 18 ? "start" : stop > 82 ? "end" : "middle",
                texts.say("quota.stops", formats.count(stopsAt)),
                texts.say("quota.limit", formats.count(limit)),
                texts.say(
                        "quota.sentence",
                        formats.count(others),
                        formats.count(ours),
                        formats.count(limit),
                        formats.count(stopsAt)));
    }

    private static String percent(double value) {
        return String.format(Locale.ROOT, "%.2f%%", Math.clamp(value, 0, 100));
    }
}
