package org.dailybriefing.feed.text;

import java.nio.charset.Charset;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.parser.Tag;

/** Feed content is hostile: markup, entities, controls and direction overrides go, the words stay. */
public final class PlainText {

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    private static final Pattern HEAPED_MARKS = Pattern.compile("(\\p{M}{8})\\p{M}+");

    private PlainText() {}

    /**
     * @param markup HTML, whose entities are decoded once
     * @param most longest result in characters; longer text is cut at a word and ends in an ellipsis
     */
    public static String of(String markup, int most) {
        boolean plain = markup.indexOf('<') < 0 && markup.indexOf('&') < 0;
        // controls are dropped twice: some hide in the markup, some come out of its entities
        return clean(
                plain ? markup : Jsoup.parse(withWordsInBrackets(fold(markup))).text(), most);
    }

    /** {@code List<String>} and {@code a <b} are words: a tag has a name that HTML knows, and an end. */
    private static String withWordsInBrackets(String markup) {
        int end = markup.lastIndexOf('>');
        StringBuilder out = null;
        int done = 0;
        for (int i = markup.indexOf('<'); i >= 0; i = markup.indexOf('<', i + 1)) {
            if (i > end || !isTag(markup, i + 1)) {
                out = out == null ? new StringBuilder(markup.length() + 16) : out;
                out.append(markup, done, i).append("&lt;");
                done = i + 1;
            }
        }
        return out == null ? markup : out.append(markup, done, markup.length()).toString();
    }

    private static boolean isTag(String markup, int start) {
        int i = markup.startsWith("/", start) ? start + 1 : start;
        if (markup.startsWith("!", i) || markup.startsWith("?", i)) {
            return true;
        }
        int name = i;
        while (i < markup.length() && i < name + 20 && Character.isLetterOrDigit(markup.charAt(i))) {
            i++;
        }
        // word processors and frameworks make up names of their own, with a colon or a hyphen in them
        boolean madeUp = i > name && i < markup.length() && (markup.charAt(i) == ':' || markup.charAt(i) == '-');
        return madeUp || Tag.isKnownTag(markup.substring(name, i).toLowerCase(Locale.ROOT));
    }

    /** Text that is no markup: what looks like a tag or an entity in it is meant to be read. */
    public static String clean(String text, int most) {
        String folded = fold(text);
        return cut(needsComposing(folded) ? compose(folded, most) : folded, most);
    }

    /** White space becomes single blanks, at the ends none; what cannot be seen, or turns the text around, goes. */
    private static String fold(String text) {
        int clean = cleanStart(text);
        if (clean == text.length()) {
            return text;
        }
        var out = new StringBuilder(text.length()).append(text, 0, clean);
        for (int i = clean; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (c >= 0x80 && c < 0xA0) {
                // a control that is nothing but windows-1252 in a wrong dress
                c = new String(new byte[] {(byte) c}, WINDOWS_1252).charAt(0);
            }
            if (isSpace(c)) {
                if (!out.isEmpty() && out.charAt(out.length() - 1) != ' ') {
                    out.append(' ');
                }
            } else if (!isUnwanted(c)) {
                out.appendCodePoint(c);
            }
        }
        if (!out.isEmpty() && out.charAt(out.length() - 1) == ' ') {
            out.setLength(out.length() - 1);
        }
        return out.toString();
    }

    /** How much of a text can stay as it is: nearly always all of it. */
    private static int cleanStart(String text) {
        boolean blank = true;
        int length = text.length();
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c > ' ' && c < 0x7F || c > 0xAD && c < 0x600) {
                blank = false;
            } else if (c == ' ' && !blank && i + 1 < length) {
                blank = true;
            } else {
                return blank && i > 0 ? i - 1 : i;
            }
        }
        return length;
    }

    private static boolean isSpace(int c) {
        return c == ' ' || c >= '\t' && c <= '\r' || c == 0xA0 || Character.isSpaceChar(c);
    }

    /**
     * Controls, zero width spaces, soft hyphens, embeddings, overrides and isolates of direction, byte order marks, private use,
     * lone surrogates, noncharacters. The joiners and the plain marks of direction stay: words are spelled with them.
     */
    private static boolean isUnwanted(int c) {
        return c < 0x20
                || c >= 0x7F && c < 0xA0
                || c == 0xAD
                || c == 0x200B
                || c >= 0x202A && c <= 0x202E
                || c >= 0x2060 && c <= 0x206F
                || c == 0xFEFF
                || c >= 0xD800 && c <= 0xF8FF
                || c >= 0xFDD0 && c <= 0xFDEF
                || (c & 0xFFFE) == 0xFFFE
                || c >= 0xF0000;
    }

    /** Composing takes time that is quadratic in the marks on one letter: nobody writes many. */
    private static String compose(String text, int most) {
        String enough = text.length() <= 4 * most ? text : start(text, 4 * most);
        return Normalizer.normalize(HEAPED_MARKS.matcher(enough).replaceAll("$1"), Normalizer.Form.NFC);
    }

    /** Whether there may be marks that belong on the letter before them. */
    private static boolean needsComposing(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x300 && (c < 0x370 || c >= 0x600)) {
                return true;
            }
        }
        return false;
    }

    private static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = text.lastIndexOf(' ', most - 1);
        return (end < most / 2 ? start(text, most - 1) : text.substring(0, end)) + "…";
    }

    /** Without half a character at its end. */
    private static String start(String text, int length) {
        return text.substring(0, Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length);
    }
}
