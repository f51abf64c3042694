package org.dailybriefing.feed.parse;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Who an item of an aggregator is from. Aggregators put the outlet's name behind the title too, where it is no part of it.
 *
 * @param title without the outlet's name
 * @param name null where the item is the feed's own
 */
public record Outlet(String title, @Nullable String name) {

    private static final Pattern NAME_BEHIND = Pattern.compile("^(?<title>.{8,}) - (?<name>[^-]{2,60})$");

    public static Outlet of(String title, @Nullable String link, @Nullable String source) {
        if (source != null) {
            String behind = " - " + source;
            boolean named = title.length() > behind.length() && title.endsWith(behind);
            return new Outlet(
                    named ? title.substring(0, title.length() - behind.length()).strip() : title, source);
        }
        Matcher named = NAME_BEHIND.matcher(title);
        return link != null && link.startsWith("https://news.google.com/") && named.matches()
                ? new Outlet(named.group("title"), named.group("name"))
                : new Outlet(title, null);
    }
}
