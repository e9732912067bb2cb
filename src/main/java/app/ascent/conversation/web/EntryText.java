package app.ascent.conversation.web;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the web addresses in a text, so that a page can link them without ever taking the text for HTML. */
final class EntryText {

    /** Printable ASCII alone: what looks like another address than it is, is none. */
    private static final Pattern ADDRESS =
            Pattern.compile("\\bhttps?://[!-~&&[^<>\"`{}|\\\\^]]{1,2000}+", Pattern.CASE_INSENSITIVE);

    private static final Pattern ENDS = Pattern.compile("[.,;:!?'*_)\\]]+$");

    private EntryText() {}

    /** A piece of a text; a linked one shows where it leads. */
    record Piece(String text, boolean linked) {}

    /** @param cut whether the text is a beginning; what stands at its end is not known to be whole */
    static List<Piece> pieces(String text, boolean cut) {
        List<Piece> pieces = new ArrayList<>();
        Matcher address = ADDRESS.matcher(text);
        int from = 0;
        while (address.find()) {
            String found = withoutEnd(address.group());
            if (leadsSomewhere(found) && !(cut && address.end() == text.length())) {
                if (address.start() > from) {
                    pieces.add(new Piece(text.substring(from, address.start()), false));
                }
                pieces.add(new Piece(found, true));
                from = address.start() + found.length();
            }
        }
        if (from < text.length()) {
            pieces.add(new Piece(text.substring(from), false));
        }
        return pieces;
    }

    /** What ends a sentence ends no address; a bracket does where one was opened in it. */
    private static String withoutEnd(String found) {
        Matcher end = ENDS.matcher(found);
        if (!end.find()) {
            return found;
        }
        int bracket = found.indexOf('(') < 0 ? -1 : end.group().indexOf(')');
        return found.substring(0, end.start() + bracket + 1);
    }

    /** Not with a name before the host, which would be taken for it. */
    private static boolean leadsSomewhere(String found) {
        try {
            URI uri = new URI(found);
            return uri.getHost() != null && uri.getRawUserInfo() == null;
        } catch (URISyntaxException noAddress) {
            return false;
        }
    }
}
