package org.dailybriefing.beat;

import java.net.URI;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.dailybriefing.edition.Beat;
import org.dailybriefing.edition.Beat.Rule;
import org.dailybriefing.edition.Edition;
import org.dailybriefing.edition.PreferenceWords;
import org.dailybriefing.edition.Sender;
import org.dailybriefing.edition.Source;
import org.dailybriefing.edition.Source.Ownership;
import org.dailybriefing.edition.Timetable;
import org.dailybriefing.edition.Timetable.Unapproved;
import org.dailybriefing.edition.Topic;
import org.dailybriefing.edition.Wording;
import org.dailybriefing.feed.Item;

/** Small editions about harbours, and items for them. */
public final class Harbours {

    private Harbours() {}

    static Edition named(List<List<String>> names) {
        var any = new Rule("harbour", List.of("harbour"), List.of(), List.of(), List.of());
        return edition(new Beat(names, Map.of("harbour", List.of("harbour")), List.of(), List.of(any), List.of()));
    }

    /** An edition with names and topics. */
    public static Edition sorted(List<List<String>> names, List<Topic> topics) {
        return edition(named(names).beat(), topics, Locale.ENGLISH);
    }

    static Edition edition(Beat beat) {
        return edition(beat, Locale.ENGLISH);
    }

    static Edition edition(Beat beat, Locale language) {
        return edition(beat, List.of(new Topic("other", "Other", List.of(), List.of(), List.of(), 1)), language);
    }

    private static Edition edition(Beat beat, List<Topic> topics, Locale language) {
        String w = "x";
        return new Edition(
                "harbour",
                Path.of("harbour"),
                "Harbour",
                List.of(new Source("A", URI.create("https://a.example/"), "GB", Ownership.PRIVATE)),
                beat,
                topics,
                new Timetable(
                        ZoneOffset.UTC,
                        Set.of(DayOfWeek.MONDAY),
                        LocalTime.of(5, 0),
                        LocalTime.of(6, 0),
                        LocalTime.of(7, 0),
                        Unapproved.HOLD,
                        Duration.ofHours(24),
                        3,
                        Duration.ofHours(6)),
                new Sender("A", "a@a.example", "a@a.example", "a@a.example", "Quay 1"),
                new Wording(
                        language,
                        w,
                        w,
                        w,
                        w,
                        w,
                        w,
                        w,
                        w,
                        w,
                        w,
                        w,
                        w,
                        w,
                        w,
                        w,
                        w,
                        w,
                        w,
                        w,
                        w,
                        w,
                        w,
                        w,
                        w,
                        w,
                        w,
                        new PreferenceWords(w, w, w, w, w, w)));
    }

    public static Item item(String title, String summary) {
        return new Item(
                1,
                "A",
                "GB",
                Ownership.PRIVATE,
                "https://a.example/1",
                title,
                summary,
                null,
                Instant.parse("2026-03-10T07:00:00Z"),
                null,
                0);
    }
}
