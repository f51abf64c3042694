package org.dailybriefing.feed.text;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** Addresses of articles and pictures: absolute, http or https, and without what only tells where a reader came from. */
public final class Links {

    /** Longer ones are no addresses of articles. */
    private static final int LONGEST = 2_000;

    private static final Set<String> TRACKING = Set.of(
            "fbclid", "gclid", "dclid", "msclkid", "yclid", "igshid", "mc_cid", "mc_eid", "cmpid", "ocid", "xtor",
            "ito", "ftag", "smid", "srnd", "_ga");

    /** Names that mean tracking with any ending. */
    private static final Pattern TRACKING_FAMILY = Pattern.compile("(?:utm|mtm|pk|at|ns|hsa|maca)_.+|maca");

    /** These two are part of some addresses, and tracking only with such a value. */
    private static final Pattern TRACKING_VALUE = Pattern.compile("(?:ref|source)=(?:rss|feed|feeds|rssfeed)");

    /** What ends an address where it stands in a text. */
    private static final Pattern ENDS_IN_TEXT = Pattern.compile("[ \"<>]");

    private static final Pattern SCHEME = Pattern.compile("^[A-Za-z][A-Za-z0-9+.-]*:");

    private Links() {}

    /**
     * @param base what a relative address is relative to
     * @return null if it is no web address
     */
    public static @Nullable String absolute(@Nullable String given, @Nullable HttpUrl base) {
        String link = given == null ? "" : trimmed(given);
        if (link.isEmpty() || link.length() > LONGEST || link.indexOf('<') >= 0) {
            return null;
        }
        if (link.startsWith("www.")) {
            return absolute("https://" + link, base);
        }
        if (isOrdinary(link)) {
            return link;
        }
        HttpUrl parsed = HttpUrl.parse(link);
        if (parsed != null) {
            return !ENDS_IN_TEXT.matcher(link).find()
                            && link.regionMatches(true, 0, "http", 0, 4)
                            && link.contains("://")
                    ? link
                    : whole(parsed);
        }
        HttpUrl resolved = base == null || SCHEME.matcher(link).find() ? null : base.resolve(link);
        return resolved == null ? null : whole(resolved);
    }

    /** Browsers leave blanks behind a # as they are; in a text they would end the address. */
    private static String whole(HttpUrl url) {
        return url.toString().replace(" ", "%20");
    }

    /**
     * Drops listed tracking parameters and nothing else: many sites tell their articles apart by the query alone.
     *
     * @param link an absolute address
     */
    public static String canonical(String link) {
        int hash = link.indexOf('#');
        String page = hash < 0 ? link : link.substring(0, hash);
        String fragment = hash < 0 ? "" : link.substring(hash + 1);
        int question = page.indexOf('?');
        if (question >= 0) {
            page = page.substring(0, question) + without(page.substring(question + 1), "?");
        }
        return page + (fragment.indexOf('=') < 0 ? (hash < 0 ? "" : "#" + fragment) : without(fragment, "#"));
    }

    /** Some sites escape the ampersands of a query twice. */
    private static String without(String query, String sign) {
        boolean any = false;
        var kept = new StringBuilder();
        for (String parameter : query.replace("&amp;", "&").split("&", -1)) {
            if (isTracking(parameter)) {
                any = true;
            } else {
                kept.append(kept.isEmpty() ? sign : "&").append(parameter);
            }
        }
        return any ? kept.toString() : sign + query.replace("&amp;", "&");
    }

    private static boolean isTracking(String parameter) {
        int equals = parameter.indexOf('=');
        String name = (equals < 0 ? parameter : parameter.substring(0, equals)).toLowerCase(Locale.ROOT);
        return TRACKING.contains(name)
                || TRACKING_FAMILY.matcher(name).matches()
                || TRACKING_VALUE.matcher(parameter).matches();
    }

    /** Nearly every link is whole and plain, and then there is nothing to find out about it. */
    private static boolean isOrdinary(String link) {
        int host = link.startsWith("https://") ? 8 : link.startsWith("http://") ? 7 : link.length();
        int i = host;
        while (i < link.length() && isOfName(link.charAt(i))) {
            i++;
        }
        if (i == host || i == link.length() || link.charAt(i) != '/') {
            return false;
        }
        while (i < link.length() && link.charAt(i) > ' ' && link.charAt(i) < 0x7F) {
            i++;
        }
        return i == link.length();
    }

    private static boolean isOfName(char c) {
        return c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '.' || c == '-';
    }

    private static String trimmed(String link) {
        int length = link.length();
        for (int i = 0; i < length; i++) {
            char c = link.charAt(i);
            if (c <= ' ' || c >= 0x7F) {
                // line breaks within an address come from templates
                return PlainText.clean(link.replaceAll("[\\r\\n\\t]", ""), LONGEST + 1);
            }
        }
        return link;
    }
}
