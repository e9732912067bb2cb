package app.ascent.identity.web;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says in a few words which browser on which kind of machine a user agent speaks of, as far as it can be believed. */
@Component
class Devices {

    /** The more special one before the one it also claims to be. */
    private static final List<Mark> BROWSERS = List.of(
            new Mark("Edg", "Edge"),
            new Mark("OPR/", "Opera"),
            new Mark("SamsungBrowser", "Samsung Internet"),
            new Mark("Firefox/", "Firefox"),
            new Mark("FxiOS/", "Firefox"),
            new Mark("CriOS/", "Chrome"),
            new Mark("Chrome/", "Chrome"),
            new Mark("Safari/", "Safari"));

    private static final List<Mark> SYSTEMS = List.of(
            new Mark("Windows", "Windows"),
            new Mark("iPhone", "iPhone"),
            new Mark("iPad", "iPad"),
            new Mark("Android", "Android"),
            new Mark("CrOS", "ChromeOS"),
            new Mark("Mac OS X", "Mac"),
            new Mark("Linux", "Linux"));

    private final MessageSource messages;

    Devices(MessageSource messages) {
        this.messages = messages;
    }

    private record Mark(String sign, String name) {}

    String name(@Nullable String userAgent) {
        String browser = find(BROWSERS, userAgent);
        String system = find(SYSTEMS, userAgent);
        if (browser != null && system != null) {
            return say("sessions.device", browser, system);
        }
        String known = browser == null ? system : browser;
        return known == null ? say("sessions.device.unknown") : known;
    }

    private static @Nullable String find(List<Mark> marks, @Nullable String userAgent) {
        return userAgent == null
                ? null
                : marks.stream()
                        .filter(mark -> userAgent.contains(mark.sign()))
                        .map(Mark::name)
                        .findFirst()
                        .orElse(null);
    }

    private String say(String key, Object... values) {
        return messages.getMessage(key, values, Locale.ENGLISH);
    }
}
