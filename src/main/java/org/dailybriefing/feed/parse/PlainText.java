package org.dailybriefing.feed.parse;

import java.text.Normalizer;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;

/** Feed content is hostile: markup, entities, controls and direction overrides go, the words stay. */
public final class PlainText {

    /** Controls, zero width and direction marks and overrides, byte order marks, private use, lone surrogates. */
    private static final Pattern UNWANTED = Pattern.compile(
            "[\\p{Cc}\\p{Co}\\p{Cs}\\p{Cn}\\u061C\\u200B\\u200E\\u200F\\u202A-\\u202E\\u2060-\\u206F\\uFEFF\\u00AD]");

    private static final Pattern SPACE = Pattern.compile("[\\s\\u00A0\\u2000-\\u200A\\u2028\\u2029\\u202F\\u3000]+");

    private PlainText() {}

    /** @param most longest result in characters; longer text is cut at a word and ends in an ellipsis */
    public static String of(String markup, int most) {
        // controls are dropped twice: some hide in the markup, some come out of its entities
        String spaced = SPACE.matcher(markup).replaceAll(" ");
        String text = Jsoup.parse(UNWANTED.matcher(spaced).replaceAll("")).text();
        String clean = SPACE.matcher(UNWANTED.matcher(text).replaceAll(""))
                .replaceAll(" ")
                .strip();
        return cut(Normalizer.normalize(clean, Normalizer.Form.NFC), most);
    }

    private static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = text.lastIndexOf(' ', most - 1);
        if (end < most / 2) {
            end = Character.isHighSurrogate(text.charAt(most - 2)) ? most - 2 : most - 1;
        }
        return text.substring(0, end) + "…";
    }
}
