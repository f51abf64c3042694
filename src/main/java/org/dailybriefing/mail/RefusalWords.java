package org.dailybriefing.mail;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a server said, taken apart.
 *
 * @param code basic code (RFC 5321), such as 550, or null
 * @param status enhanced status code (RFC 3463), such as 5.1.1, or null
 * @param words in lower case, on one line, without what anybody could have put there: addresses and links
 */
record RefusalWords(@Nullable String code, @Nullable String status, String words) {

    /** Replies have some hundred letters; who says more has said enough by then. */
    private static final int LONGEST = 2_000;

    /** As in {@code 550-5.1.1 no}, {@code smtp; 550 no} and {@code said: 550 no}. */
    private static final Pattern CODE = Pattern.compile("(?<![\\w.-])([245]\\d\\d)(?=[ -]|$)");

    /** Not a part of an IP address or of a version. */
    private static final Pattern STATUS = Pattern.compile("(?<![\\w.-])([245]\\.\\d{1,3}\\.\\d{1,3})(?![\\w.-]*\\w)");

    private static final Pattern CODE_AND_STATUS =
            Pattern.compile("(?<![\\w.-])[245]\\d\\d[ -]([245]\\.\\d{1,3}\\.\\d{1,3})(?![\\w.-]*\\w)");

    private static final Pattern CHOSEN_BY_ANYBODY =
            Pattern.compile("https?://\\S+|[^\\s@<>():;,]{0,320}@[^\\s@<>():;,]*");

    static RefusalWords of(String text) {
        String line = text.substring(0, Math.min(text.length(), LONGEST))
                .replaceAll("[\\p{Cc}\\p{Z}]+", " ")
                .strip();
        String bare = CHOSEN_BY_ANYBODY.matcher(line).replaceAll(" ");
        String code = first(CODE, bare);
        String beside = first(CODE_AND_STATUS, bare);
        String status = beside == null ? first(STATUS, bare) : beside;
        // a reply of several lines repeats its codes in each
        String once =
                code == null ? bare : bare.replaceAll("(?<= )" + code + "[ -]([245]\\.\\d{1,3}\\.\\d{1,3} )?", " ");
        return new RefusalWords(
                code,
                milder(code, status),
                once.toLowerCase(Locale.ROOT).replace('’', '\'').replaceAll(" +", " "));
    }

    /** With the status that a report gives beside the words; what the words say of themselves is closer to the source. */
    RefusalWords or(@Nullable String reported) {
        return reported != null
                        && (status == null || status.endsWith(".0.0"))
                        && STATUS.matcher(reported).matches()
                ? new RefusalWords(code, milder(code, reported), words)
                : this;
    }

    /** What is temporary by its code is not made permanent by its status. */
    private static @Nullable String milder(@Nullable String code, @Nullable String status) {
        return code != null && code.startsWith("4") && status != null ? "4" + status.substring(1) : status;
    }

    private static @Nullable String first(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        return found.find() ? found.group(1) : null;
    }
}
