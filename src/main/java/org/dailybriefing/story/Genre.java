package org.dailybriefing.story;

import java.util.Arrays;
import java.util.regex.Pattern;
import org.dailybriefing.feed.Item;

/**
 * What kind of text an item is, by its title and its address. Only a report tells one piece of news: it leads a story where
 * there is one, and the others are joined with more care.
 */
public enum Genre {
    LIVE_BLOG(
            "\\b(live updates?|live blog|as it happened|minute by minute)\\b|^live\\b|[-–|:] live\\b",
            "live|live-updates|live-?blogs?|live-news"),
    ROUND_UP(
            "\\b(briefing|newsletter|key (events|developments|moments)|what we know|(what|things|need) to know|takeaways|"
                    + "explained|explainer|in (pictures|photos)|quiz|at a glance|campaign assessment)\\b"
                    + "|^first ?(ft|thing)\\b|^timeline\\b|\\btimeline ?[:|–-]",
            "newsletters?|explainers?"),
    OPINION(
            "^(opinion|editorial|op-ed|analysis|comment)\\b ?[:|–-]|[:|–-] ?(opinion|editorial|op-ed|analysis|comment)$|\\?$|^(why|how|what)\\s",
            "opinions?|op-?eds?|columnists?|columns?|perspectives?|commentisfree|editorials?|analysis|ideas|blogs?"),
    TEASER(
            "\\b(video|podcast)\\b|^(watch|listen)\\b|\\b(watch|listen) ?[:|–-]|[:|–-] ?(watch|listen)$",
            "videos?|podcasts?|audio|gallery"),
    REPORT("", "");

    private final Pattern title;
    private final Pattern folder;

    Genre(String title, String folders) {
        this.title = Pattern.compile(title, Pattern.CASE_INSENSITIVE);
        this.folder = Pattern.compile("/(" + folders + ")[/-]", Pattern.CASE_INSENSITIVE);
    }

    /** The first kind that title or address speak of, else a report. */
    public static Genre of(Item item) {
        return Arrays.stream(values())
                .filter(genre -> genre == REPORT
                        || genre.title.matcher(item.title()).find()
                        || genre.folder.matcher(item.link()).find())
                .findFirst()
                .orElse(REPORT);
    }
}
