package org.dailybriefing.render;

import java.util.List;

/** An issue in the words of its templates: everything formatted, nothing left to decide. */
record Briefing(
        String edition,
        String language,
        String direction,
        String dateText,
        int number,
        String subject,
        String preheader,
        int storyCount,
        int minutes,
        String opening,
        Story lead,
        List<Contents> contents,
        List<Section> sections,
        List<Story> alsoReported) {

    /** A line of "In this briefing". */
    record Contents(int number, String headline, String link) {}

    record Section(String name, List<Story> entries) {}

    /**
     * @param deckSource the outlet whose words the deck is
     * @param kicker name of its topic
     * @param outlets the first of those that report it
     * @param outletsMore how many more there are, in words, or empty
     */
    record Story(
            String headline,
            String deck,
            String deckSource,
            String link,
            String kicker,
            List<Link> outlets,
            String outletsMore,
            String updated,
            boolean stateOnly) {}

    record Link(String name, String link) {}

    /** @param unsubscribe a sentinel, until the mail is filled in for one reader */
    record Links(String web, String unsubscribe, String home) {}

    /** The edition's wording with its numbers and names filled in. */
    record Words(
            String viewInBrowser,
            String length,
            String inThisBriefing,
            String alsoReported,
            String readMore,
            String stateMedia,
            String updated,
            String why,
            String unsubscribe,
            String signUp,
            String corrections) {}
}
