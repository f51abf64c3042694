package org.dailybriefing.render;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** An issue in the words of its templates: everything formatted, nothing left to decide. */
record Briefing(
        String edition,
        String language,
        String direction,
        String dateText,
        int number,
        String subject,
        String preheader,
        int minutes,
        String opening,
        List<String> note,
        Story lead,
        @Nullable Picture picture,
        List<Point> points,
        @Nullable Quote quote,
        List<Contents> contents,
        List<Section> sections,
        List<Story> alsoReported) {

    /** A line of "In this briefing". */
    record Contents(int number, String headline, String link) {}

    record Section(String name, List<Story> entries) {}

    /**
     * @param deckSource the outlet whose words the deck is; empty where it is the only one that is named anyway
     * @param kicker name of its topic
     * @param outlets the first of those that report it
     * @param more how many more there are, and where all of them stand; null if that is all
     * @param minutes to read, in words, or empty
     * @param updated a place: each reader is told in his own zone
     */
    record Story(
            String headline,
            String deck,
            String deckSource,
            String link,
            String kicker,
            List<Link> outlets,
            @Nullable Link more,
            String minutes,
            String updated,
            boolean stateOnly) {}

    /** @param caption with the credit, or empty */
    record Picture(String url, int width, int height, String alt, String caption) {}

    record Point(String text, String outlet, String link) {}

    /** @param text within quotation marks */
    record Quote(String text, String speaker, String outlet, String link) {}

    record Link(String name, String link) {}

    /** @param unsubscribe a place, until the mail is filled in for one reader; so are {@code preferences} */
    record Links(String web, String unsubscribe, String preferences, String home) {}

    /** The edition's wording with its numbers and names filled in. */
    record Words(
            String viewInBrowser,
            String length,
            String inThisBriefing,
            String alsoReported,
            String readMore,
            String stateMedia,
            String updated,
            String greeting,
            String note,
            String times,
            String why,
            String preferences,
            String unsubscribe,
            String signUp,
            String corrections) {}
}
