package app.ascent.sandbox.tenant;

import java.util.List;
import java.util.Objects;

/** Makes up names of businesses; up to some thousands hardly one occurs twice. */
final class CompanyNames {

    private static final CompanyName OWN = new CompanyName("Harbourline IT Services Ltd", "harbourline.example", "");
    private static final int LONGEST_DOMAIN = 40;

    private final long seed;
    private final Words words;
    private final List<Word> coined;
    private final List<Word> nature;

    CompanyNames(long seed, Words words) {
        this.seed = seed;
        this.words = words;
        this.coined = pairs(words.list("stems"), "", words.list("endings"));
        this.nature = pairs(words.list("adjectives"), " ", words.list("nouns"));
    }

    private static List<Word> pairs(List<String> firsts, String between, List<String> seconds) {
        return seconds.stream()
                .flatMap(second -> firsts.stream().map(first -> Word.parse(first + between + second)))
                .toList();
    }

    Region regionOf(long company) {
        if (company == 0) {
            return words.regions().getFirst();
        }
        return words.region(new Dice(seed, "region", company));
    }

    CompanyName of(long company) {
        return company == 0 ? OWN : new Draft(company, regionOf(company)).fill();
    }

    /** A name in the making: as people read it, and as the address of its web site. */
    private final class Draft {

        private final long company;
        private final Region region;
        private final Dice dice;
        private final StringBuilder text = new StringBuilder();
        private final StringBuilder domain = new StringBuilder();
        private String segment = "";

        Draft(long company, Region region) {
            this.company = company;
            this.region = region;
            this.dice = new Dice(seed, "name", company);
        }

        CompanyName fill() {
            String template = dice.pick(region.names());
            int at = 0;
            while (at < template.length()) {
                int open = template.indexOf('{', at);
                if (open < 0) {
                    text.append(template, at, template.length());
                    break;
                }
                text.append(template, at, open);
                int close = template.indexOf('}', open);
                fill(template.substring(open + 1, close));
                at = close + 1;
            }
            String name = text.toString().strip();
            // Where the legal form is left out, so is the comma before it.
            String clean = name.endsWith(",") ? name.substring(0, name.length() - 1) : name;
            return new CompanyName(branch(clean), address(), segment);
        }

        private void fill(String placeholder) {
            switch (placeholder) {
                case "coined" -> add(each(coined, 7919));
                case "nature" -> add(each(nature, 5471));
                case "surname" -> add(dice.pick(region.surnames()));
                case "trade" -> {
                    Word trade = dice.pick(region.trades());
                    segment = Objects.requireNonNullElse(trade.tag(), "");
                    add(trade);
                }
                case "legal" -> text.append(dice.pick(region.legalForms()));
                default -> throw new IllegalStateException("Unknown placeholder " + placeholder);
            }
        }

        private void add(Word word) {
            text.append(word.text());
            domain.append(domain.isEmpty() || word.latin().isEmpty() ? "" : "-").append(word.latin());
        }

        /** Steps through all pairs, by a prime, before one comes again. */
        private Word each(List<Word> pairs, long step) {
            return pairs.get((int) Math.floorMod(company * step + seed, (long) pairs.size()));
        }

        /** In a very large tenant the lists run short; the town tells its companies apart. */
        private String branch(String name) {
            return company < 2000
                    ? name
                    : name + " (" + dice.pick(region.cities()).name() + ")";
        }

        private String address() {
            String address = domain.length() > LONGEST_DOMAIN ? domain.substring(0, LONGEST_DOMAIN) : domain.toString();
            String clean = address.endsWith("-") ? address.substring(0, address.length() - 1) : address;
            return (clean.isEmpty() ? "company-" + company : clean) + ".example";
        }
    }
}
