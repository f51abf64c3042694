package org.dailybriefing.feed.parse;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;

/**
 * Mends the characters of a document that is not well-formed: what stands before it, its DOCTYPE, references to entities that
 * XML does not know, ampersands that are none, characters that XML forbids.
 */
final class XmlText {

    private static final Pattern BEGINNING = Pattern.compile(
            "<\\?xml\\b|<!DOCTYPE\\b|<(?:[A-Za-z][\\w.-]*:)?(?:rss|rdf|feed|channel|html|opml)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern DECLARED =
            Pattern.compile("<!ENTITY\\s+([A-Za-z_][\\w.-]*)\\s+(?:\"([^\"]{0,256})\"|'([^']{0,256})')\\s*>");
    private static final Pattern REFERENCE =
            Pattern.compile("&(?:#([0-9]{1,8}|[xX][0-9A-Fa-f]{1,7});?|([A-Za-z_][\\w.-]{0,40});)?");
    private static final Set<String> OF_XML = Set.of("amp", "lt", "gt", "quot", "apos");

    /** What entities of its own may add to a document, in characters. */
    private static final int MOST_EXPANDED = 1_000_000;

    private final Map<String, String> entities = new HashMap<>();
    private int expanded;

    private XmlText() {}

    static String mend(String document) {
        var text = new XmlText();
        String body = text.withoutDoctype(fromBeginning(document));
        return text.withReferences(withoutForbidden(body).replace("-- >", "-->"));
    }

    /** Whether nothing stands before the prolog or the first element of a feed or a page, or there is none at all. */
    static boolean beginsWithFeed(String document) {
        return fromBeginning(document).strip().length() == document.strip().length();
    }

    private static String fromBeginning(String document) {
        Matcher beginning = BEGINNING.matcher(document);
        int start = 0;
        for (int i = indexOfText(document, 0); document.startsWith("<!--", i); i = indexOfText(document, start)) {
            start = endOf("-->", document, i);
        }
        return beginning.find(start) ? document.substring(beginning.start()) : document;
    }

    private static int indexOfText(String document, int from) {
        int i = from;
        while (i < document.length() && Character.isWhitespace(document.charAt(i))) {
            i++;
        }
        return i;
    }

    /** Entities that it declares in its DOCTYPE are replaced if they are short words; others never, and no files at all. */
    private String withoutDoctype(String document) {
        int start = indexOfIgnoreCase(document, "<!doctype");
        int firstElement = firstElement(document);
        if (start < 0 || firstElement >= 0 && firstElement < start) {
            return document;
        }
        int end = endOfDoctype(document, start);
        Matcher declared = DECLARED.matcher(document).region(start, end);
        while (declared.find()) {
            String value = declared.group(2) == null ? declared.group(3) : declared.group(2);
            // what the value refers to in turn is not looked up
            entities.putIfAbsent(declared.group(1), Parser.unescapeEntities(value, false));
        }
        return document.substring(0, start) + document.substring(end);
    }

    private static int endOfDoctype(String document, int start) {
        boolean subset = false;
        for (int i = start; i < document.length(); i++) {
            char c = document.charAt(i);
            if (c == '[') {
                subset = true;
            } else if (c == ']') {
                subset = false;
            } else if (c == '>' && !subset) {
                return i + 1;
            }
        }
        return document.length();
    }

    private static int firstElement(String document) {
        for (int i = document.indexOf('<'); i >= 0 && i + 1 < document.length(); i = document.indexOf('<', i + 1)) {
            if (Character.isLetter(document.charAt(i + 1))) {
                return i;
            }
        }
        return -1;
    }

    private static int indexOfIgnoreCase(String document, String word) {
        int last = Math.min(document.length(), 10_000) - word.length();
        for (int i = 0; i <= last; i++) {
            if (document.regionMatches(true, i, word, 0, word.length())) {
                return i;
            }
        }
        return -1;
    }

    /** Characters that XML 1.0 does not allow (2.2), also where they are written as references, which come later. */
    private static String withoutForbidden(String document) {
        var out = new StringBuilder(document.length());
        for (int i = 0; i < document.length(); ) {
            int c = document.codePointAt(i);
            i += Character.charCount(c);
            if (isAllowed(c)) {
                out.appendCodePoint(c);
            }
        }
        return out.toString();
    }

    private static boolean isAllowed(int c) {
        return c >= 0x20 && c < 0xD800 || c == '\t' || c == '\n' || c == '\r' || c > 0xDFFF && (c & 0xFFFE) != 0xFFFE;
    }

    /** Ampersands and brackets that begin neither a reference nor a tag are characters. */
    private String withReferences(String document) {
        var out = new StringBuilder(document.length() + 64);
        Matcher reference = REFERENCE.matcher(document);
        int done = 0;
        while (done < document.length()) {
            int special = nextSpecial(document, done);
            out.append(document, done, special);
            done = special;
            if (special == document.length()) {
                break;
            }
            if (document.charAt(special) == '&') {
                reference.region(special, document.length()).lookingAt();
                done = reference.end();
                out.append(replacement(reference, out));
            } else {
                int end = endOfMarkup(document, special);
                out.append(end < 0 ? "&lt;" : document.substring(special, end));
                done = end < 0 ? special + 1 : end;
            }
        }
        return out.toString();
    }

    private static int nextSpecial(String document, int from) {
        int i = from;
        while (i < document.length() && document.charAt(i) != '&' && document.charAt(i) != '<') {
            i++;
        }
        return i;
    }

    /** Past what is not to be touched: data, a comment, or the bracket of a tag; negative if it is no markup. */
    private static int endOfMarkup(String document, int start) {
        if (document.startsWith("<![CDATA[", start)) {
            return endOf("]]>", document, start);
        }
        if (document.startsWith("<!--", start)) {
            return endOf("-->", document, start);
        }
        for (int i = start + 1; i < document.length(); i++) {
            if (document.charAt(i) == '>') {
                return start + 1;
            }
            if (document.charAt(i) == '<') {
                return -1;
            }
        }
        return document.length();
    }

    private static int endOf(String mark, String document, int start) {
        int end = document.indexOf(mark, start);
        return end < 0 ? document.length() : end + mark.length();
    }

    private String replacement(Matcher reference, StringBuilder before) {
        if (reference.group(1) != null) {
            return character(reference.group(1), before);
        }
        String name = reference.group(2);
        if (name == null) {
            return "&amp;";
        }
        if (OF_XML.contains(name)) {
            return reference.group();
        }
        String own = entities.get(name);
        if (own != null) {
            expanded += own.length();
            return expanded > MOST_EXPANDED ? "" : TextKind.escape(own);
        }
        String html = Parser.unescapeEntities(reference.group(), false);
        return html.equals(reference.group()) ? "&amp;" + name + ";" : TextKind.escape(html);
    }

    /** Two halves of a character written as two references make one. */
    private static String character(String number, StringBuilder before) {
        int c = Character.toLowerCase(number.charAt(0)) == 'x'
                ? Integer.parseInt(number.substring(1), 16)
                : Integer.parseInt(number);
        int last = before.length() - 1;
        if (c >= 0xDC00 && c < 0xE000 && last >= 0 && Character.isHighSurrogate(before.charAt(last))) {
            return String.valueOf((char) c);
        }
        if (c >= 0xD800 && c < 0xDC00) {
            return String.valueOf((char) c);
        }
        if (c > Character.MAX_CODE_POINT || !isAllowed(c)) {
            return "";
        }
        return TextKind.escape(Character.toString(c));
    }
}
