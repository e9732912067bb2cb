package app.ascent.importing.asset;

import app.ascent.assets.AssetType;
import app.ascent.migration.spi.DecidableField;
import app.ascent.migration.spi.Dictionary;
import app.ascent.text.Folded;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What Ascent proposes for the types of configuration items, by their labels alone: every tenant has its own. */
final class AssetTypes {

    static final String FIELD = "configurationItemType";
    static final AssetType FALLBACK = AssetType.OTHER;

    /** Of a label that fits several the first counts, so that a network printer is a printer. */
    private static final Map<Pattern, AssetType> BY_WORD = byWord();

    private AssetTypes() {}

    private static Map<Pattern, AssetType> byWord() {
        Map<String, AssetType> words = new LinkedHashMap<>();
        words.put("server", AssetType.SERVER);
        words.put("laptop|notebook", AssetType.LAPTOP);
        words.put("workstation|desktop|\\bpcs?\\b", AssetType.WORKSTATION);
        words.put("firewall", AssetType.FIREWALL);
        words.put("switch|router|access point", AssetType.NETWORK_DEVICE);
        words.put("printer", AssetType.PRINTER);
        words.put("phone|tablet|mobile", AssetType.MOBILE_DEVICE);
        words.put("\\bnas\\b|\\bsan\\b|storage|backup", AssetType.STORAGE);
        words.put("virtual", AssetType.VIRTUAL_MACHINE);
        words.put("software|licence|license", AssetType.SOFTWARE);
        words.put("cloud|domain|\\bssl\\b", AssetType.CLOUD_SERVICE);
        words.put("network", AssetType.NETWORK_DEVICE);
        Map<Pattern, AssetType> byWord = new LinkedHashMap<>();
        words.forEach((word, type) -> byWord.put(Pattern.compile(word), type));
        return Collections.unmodifiableMap(byWord);
    }

    static DecidableField decidable() {
        return new DecidableField(
                FIELD,
                Arrays.stream(AssetType.values()).map(AssetType::name).toList(),
                FALLBACK.name(),
                AssetTypes::proposal);
    }

    private static @Nullable String proposal(Dictionary.Entry entry) {
        AssetType type = called(entry.label());
        return type == null ? null : type.name();
    }

    /** What a thing of that name is, or null when the name does not tell. */
    static @Nullable AssetType called(@Nullable String label) {
        String words = Folded.text(label);
        return BY_WORD.entrySet().stream()
                .filter(each -> each.getKey().matcher(words).find())
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }
}
