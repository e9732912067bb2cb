package app.ascent.record.table;

import app.ascent.text.Folded;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SequencedSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Both sides of a search: the text a record is found by, and the patterns that what people type becomes. */
public final class SearchText {

    private static final Pattern NOT_A_DIGIT = Pattern.compile("\\D+");
    private static final Pattern ID = Pattern.compile("#?\\d{1,18}");
    private static final Pattern LIKE_NUMBERS = Pattern.compile("[+()/.\\-\\d]*\\d[+()/.\\-\\d]*");
    private static final int WORDS = 8;

    /** Shorter words are in no index as part of another word, so that they are looked for at the beginning of one. */
    private static final int WITHIN_WORDS = 3;

    private SearchText() {}

    /**
     * @param texts names, addresses and numbers of customers
     * @param phones kept as digits alone, because everyone writes them in another way
     */
    public static String of(List<@Nullable String> texts, List<@Nullable String> phones) {
        SequencedSet<String> parts = new LinkedHashSet<>();
        for (String text : texts) {
            String folded = Folded.text(text);
            parts.add(folded);
            if (LIKE_NUMBERS.matcher(folded).matches()) {
                parts.add(digits(folded));
            }
        }
        phones.forEach(phone -> parts.add(phone == null ? "" : digits(phone)));
        parts.remove("");
        return " " + String.join(" ", parts);
    }

    /** Every list is a word, of which one pattern (for {@code like}) must fit; empty when nothing is searched for. */
    public static List<List<String>> patterns(@Nullable String typed) {
        List<List<String>> patterns = new ArrayList<>();
        for (String word : Folded.text(typed).split(" ")) {
            if (!word.isEmpty() && patterns.size() < WORDS) {
                patterns.add(alternatives(word));
            }
        }
        return patterns;
    }

    /** One condition on {@code t.search_text} a word, each behind an {@code and}; adds what they name to the parameters. */
    public static String fits(List<List<String>> patterns, Map<String, Object> parameters) {
        StringBuilder fits = new StringBuilder();
        for (List<String> word : patterns) {
            List<String> alternatives = new ArrayList<>();
            for (String pattern : word) {
                String name = "word" + parameters.size();
                parameters.put(name, pattern);
                alternatives.add("t.search_text like :" + name);
            }
            fits.append(" and (").append(String.join(" or ", alternatives)).append(")");
        }
        return fits.toString();
    }

    /**
     * Ids of an organization's records that fit, in SQL. Two halves, because the trigram index holds the settled texts alone.
     * What fits is asked for first and whose it is afterwards: the planner takes an organization for few rows, and would read
     * all of its key beside the trigrams, or for a word that fits nearly everything not stop early.
     */
    public static String found(RecordTable<?> table, String fits) {
        return """
                select t.id from (
                    select t.organization_id, t.id from %1$s t where t.settled%2$s offset 0
                ) t where t.organization_id = :organization
                union all
                select t.id from %1$s t where t.organization_id = :organization and not t.settled%2$s"""
                .formatted(table.texts(), fits);
    }

    /** What people typed as the id a record has at its source: nothing but digits, perhaps behind a hash. */
    public static OptionalLong sourceId(@Nullable String typed) {
        String folded = Folded.text(typed);
        return ID.matcher(folded).matches()
                ? OptionalLong.of(Long.parseLong(folded.replace("#", "")))
                : OptionalLong.empty();
    }

    private static List<String> alternatives(String word) {
        SequencedSet<String> alternatives = new LinkedHashSet<>();
        alternatives.add(pattern(word));
        if (LIKE_NUMBERS.matcher(word).matches()) {
            String digits = digits(word);
            alternatives.add(pattern(digits));
            // 0117 is how one dials at home what is stored as +44 117.
            if (digits.startsWith("0") && digits.length() > WITHIN_WORDS) {
                alternatives.add(pattern(digits.substring(1)));
            }
        }
        return List.copyOf(alternatives);
    }

    private static String pattern(String word) {
        String escaped = word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
        return word.length() < WITHIN_WORDS ? "% " + escaped + "%" : "%" + escaped + "%";
    }

    private static String digits(String phone) {
        return NOT_A_DIGIT.matcher(phone).replaceAll("");
    }
}
