package app.ascent.sandbox.tenant;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** How names, addresses and telephone numbers look in a country. */
record Region(
        String code,
        int weight,
        List<String> phones,
        List<String> mobiles,
        List<City> cities,
        List<String> streets,
        List<Word> women,
        List<Word> men,
        List<Word> surnames,
        List<Word> trades,
        List<String> legalForms,
        List<String> names) {

    record City(String name, String state, String postalCode) {

        static City parse(String source) {
            List<String> parts = Arrays.asList(source.split("\\|", -1));
            return new City(parts.get(0), parts.get(1), parts.get(2));
        }
    }

    static Region of(String code, Map<String, String> lists) {
        return new Region(
                code,
                Integer.parseInt(lists.getOrDefault("weight", "1")),
                Word.split(lists.getOrDefault("phone", "")),
                Word.split(lists.getOrDefault("mobile", "")),
                Word.split(lists.getOrDefault("cities", "")).stream()
                        .map(City::parse)
                        .toList(),
                Word.split(lists.getOrDefault("streets", "")),
                Word.list(lists.getOrDefault("women", "")),
                Word.list(lists.getOrDefault("men", "")),
                Word.list(lists.getOrDefault("surnames", "")),
                Word.list(lists.getOrDefault("trades", "")),
                Word.split(lists.getOrDefault("legal", "")),
                Word.split(lists.getOrDefault("names", "")));
    }
}
