package app.ascent.identity;

import app.ascent.identity.password.CommonPasswords;
import app.ascent.identity.password.Patterns;
import app.ascent.identity.password.Spelling;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Which passwords may be chosen; the same for whoever sets up, adds, resets, changes or recovers. */
@Component
public class PasswordRules {

    /** Staff passwords, as the security policy of Ascent has it. */
    static final int MINIMUM_LENGTH = 12;

    /** Far above any password; hashing must not be a way to keep the processor busy. */
    static final int MAXIMUM_LENGTH = 200;

    /** What must be left of a password that holds a piece of a name or an address. */
    private static final int REST = 7;

    private static final int SHORTEST_PIECE = 3;
    private static final String BETWEEN_PIECES = "[^\\p{L}\\p{M}\\p{N}]+";

    private final CommonPasswords common;

    PasswordRules(CommonPasswords common) {
        this.common = common;
    }

    /** Why this password cannot be chosen, or empty when it can. */
    public Optional<Weakness> weakness(Password password, PasswordHolder holder) {
        int length = password.length();
        if (length < MINIMUM_LENGTH) {
            return Optional.of(Weakness.TOO_SHORT);
        }
        if (length > MAXIMUM_LENGTH) {
            return Optional.of(Weakness.TOO_LONG);
        }
        String characters = password.reveal();
        if (common.contains(characters)) {
            return Optional.of(Weakness.COMMON);
        }
        if (Patterns.repeats(characters)) {
            return Optional.of(Weakness.REPEATED);
        }
        if (Patterns.isSequence(characters)) {
            return Optional.of(Weakness.SEQUENCE);
        }
        return isPersonal(Spelling.bare(characters), holder) || isPersonal(Spelling.unmasked(characters), holder)
                ? Optional.of(Weakness.PERSONAL)
                : Optional.empty();
    }

    private static boolean isPersonal(String bare, PasswordHolder holder) {
        boolean whole = Stream.of(holder.email(), holder.name(), holder.organization())
                .filter(text -> text.strip().contains(" ") || text.contains("@"))
                .map(Spelling::bare)
                .anyMatch(text -> text.length() > SHORTEST_PIECE && bare.contains(text));
        return whole || leavesLittle(bare, pieces(holder));
    }

    private static boolean leavesLittle(String bare, List<String> pieces) {
        String rest = bare;
        for (String piece : pieces) {
            rest = rest.replace(piece, "");
        }
        return rest.length() < bare.length() && rest.length() < REST;
    }

    /** Words of the names and parts of the address, the longest first. */
    private static List<String> pieces(PasswordHolder holder) {
        String localPart =
                holder.email().substring(0, Math.max(0, holder.email().indexOf('@')));
        Stream<String> words = Stream.of(holder.email(), holder.name(), holder.organization())
                .flatMap(text -> Arrays.stream(text.split(BETWEEN_PIECES)));
        return Stream.concat(Stream.of(localPart), words)
                .map(Spelling::bare)
                .filter(piece -> piece.length() >= SHORTEST_PIECE)
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }
}
