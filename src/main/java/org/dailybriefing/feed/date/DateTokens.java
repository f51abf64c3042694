package org.dailybriefing.feed.date;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A date text cut into numbers, words and marks, one after the other.
 *
 * @param comment what stood in its last pair of parentheses, folded; RFC 5322 §3.2.2 calls it a comment, but some clocks
 *     put their time zone there
 */
record DateTokens(List<Token> list, @Nullable String comment) {

    /** Where a reading goes on when it cannot go on. */
    static final int NOWHERE = -1;

    enum Kind {
        NUMBER,
        WORD,
        MARK
    }

    /** @param glued whether it follows the token before it without a blank */
    record Token(Kind kind, String text, boolean glued) {

        /** What stands where there is no token. */
        static final Token NONE = new Token(Kind.MARK, "", false);

        static Token number(String digits) {
            return new Token(Kind.NUMBER, digits, true);
        }

        boolean isNumber() {
            return kind == Kind.NUMBER;
        }

        boolean isNumber(int least, int most) {
            return isNumber() && text.length() >= least && text.length() <= most;
        }

        boolean isWord() {
            return kind == Kind.WORD;
        }

        boolean is(String other) {
            return kind != Kind.NUMBER && text.equals(other);
        }

        /** For numbers of at most nine digits. */
        int value() {
            return Integer.parseInt(text);
        }
    }

    Token at(int index) {
        return index >= 0 && index < list.size() ? list.get(index) : Token.NONE;
    }

    int size() {
        return list.size();
    }

    private static final Pattern COMMENT = Pattern.compile("\\(([^()]*)\\)");
    private static final Pattern HALF_OF_DAY = Pattern.compile("(?<![\\p{L}.])([ap])\\. ?m\\b\\.?");
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cf}\\u0640]");
    private static final Pattern DASH = Pattern.compile("[\\u2010-\\u2015\\u2212]");
    private static final Pattern BLANK = Pattern.compile("[\\s\\u00A0\\u2000-\\u200A\\u202F\\u3000]+");

    static DateTokens of(String text) {
        // java.time puts the id of a zone into brackets: +01:00[Europe/Paris] (RFC 9557)
        String plain = BLANK.matcher(UNSEEN.matcher(text).replaceAll(""))
                .replaceAll(" ")
                .replace('[', '(')
                .replace(']', ')');
        String folded = DASH.matcher(DateNames.fold(plain)).replaceAll("-").replaceAll("[’ʼ`]", "'");
        String comment = null;
        var matcher = COMMENT.matcher(folded);
        while (matcher.find()) {
            comment = matcher.group(1).strip();
            folded = matcher.replaceFirst(" ");
            matcher = COMMENT.matcher(folded);
        }
        return new DateTokens(cut(HALF_OF_DAY.matcher(folded).replaceAll("$1m").strip()), comment);
    }

    private static List<Token> cut(String text) {
        var tokens = new ArrayList<Token>();
        boolean glued = false;
        int at = 0;
        while (at < text.length()) {
            char first = text.charAt(at);
            int end = at + 1;
            if (first == ' ') {
                glued = false;
                at = end;
                continue;
            }
            Kind kind = Character.isDigit(first) ? Kind.NUMBER : Character.isLetter(first) ? Kind.WORD : Kind.MARK;
            if (kind == Kind.NUMBER) {
                while (end < text.length() && Character.isDigit(text.charAt(end))) {
                    end++;
                }
            } else if (kind == Kind.WORD) {
                end = endOfWord(text, end);
            }
            tokens.add(new Token(kind, digits(kind, text.substring(at, end)), glued));
            glued = true;
            at = end;
        }
        return tokens;
    }

    /** Zone ids such as {@code america/port-au-prince} and {@code etc/gmt+5} are one word. */
    private static int endOfWord(String text, int start) {
        int end = start;
        boolean id = false;
        while (end < text.length()) {
            char c = text.charAt(end);
            boolean more = end + 1 < text.length() && isLatin(text.charAt(end + 1));
            id |= c == '/' && more && isLatin(text.charAt(end - 1));
            boolean joins = id && (c == '/' || c == '_' || c == '-') && more;
            boolean shift = id && (c == '+' || c == '-' || Character.isDigit(c)) && text.startsWith("etc/", start - 1);
            if (!Character.isLetter(c) && !joins && !shift && c != '\'') {
                break;
            }
            end++;
        }
        return end;
    }

    private static boolean isLatin(char c) {
        return c >= 'a' && c <= 'z';
    }

    /** Arabic, Persian and other digits count as what they mean. */
    private static String digits(Kind kind, String text) {
        if (kind != Kind.NUMBER) {
            return text;
        }
        var ascii = new StringBuilder();
        text.chars().forEach(c -> ascii.append(Character.digit(c, 10)));
        return ascii.toString();
    }
}
