package org.dailybriefing.story;

import java.util.regex.Pattern;

/** Tells which sentences can stand alone, in a list: whole ones that tell something, and need no other beside them. */
final class LoneSentence {

    private static final int SHORTEST = 50;
    private static final int LONGEST = 220;

    /** Longer speech is for a quotation. */
    private static final int SPOKEN_WORDS = 6;

    private static final Pattern WHOLE = Pattern.compile(
            "^[“\"«„]?[\\p{Lu}\\p{Lo}\\p{N}].*\\p{Ll}.*\\.[”\"»“’')]*$|" + "^[“\"«„]?\\p{Lo}.*\\.[”\"»“]*$");

    private static final Pattern CUT_OFF =
            Pattern.compile("…|\\.\\.|[?!]|(?<!\\bthe )\\b(\\p{Lu}\\.){2,}$|\\b(vs|No|Dec|Jan|Sen|Gen|St)\\.$");

    /** What invites to read, see or hear, instead of telling. */
    private static final Pattern TEASER = pattern(
            "^(here|follow|watch|read|see|listen|find out|get|sign up|subscribe|join|click|live|how|why|what|who|which)\\b"
                    + "|\\b(newsletters?|podcasts?|sign up|subscribe|live (updates|blog)|read more|what (we|to) know|click here)\\b"
                    + "|\\b(has (more|the latest|the details|the story)|joins us|breaks down|reports (on|from|how|why)|reports\\.$)");

    private static final Pattern OUTLETS_OWN = Pattern.compile(
            "\\b([Ww]e|[Oo]ur|us|I|[Mm]y|[Ww]ir|[Uu]nser\\w*|[Мм]и|[Нн]аш\\w*|[Мм]ы"
                    + "|[Nn]asz\\w*|[Cc]orrespondents?)\\b|\\b(has|have) (seen|learn(ed|t)|obtained|reviewed)\\b|\\b(can|could) reveal\\b",
            Pattern.UNICODE_CHARACTER_CLASS);

    private static final Pattern CAPTION = pattern(
            "\\((photo|image|picture|source|file|foto|credit|video)\\b|\\b(getty images|file photo|watermark)\\b|^(photo|image|picture|foto)\\s?:");

    /** The place or the writer that a report begins with. */
    private static final Pattern DATELINE = Pattern.compile(
            "^\\p{Lu}{4}[\\p{Lu} ,./-]*(\\([^)]{1,40}\\) ?)?( - |[–—:])|^[^.]{2,40} \\([^)]{2,30}\\) ?[–—-] ");

    /** Words that speak of a sentence before. */
    private static final Pattern POINTS_BACK = pattern(
            "^(he|she|they|it|his|her|their|its|this|that|these|those|but|and|or|so|however|meanwhile|also|both|such|er|sie|es|ihr\\w*|aber"
                    + "|doch|und|він|вона|вони|це|але|його|її|їх\\w*|он|она|они|это|но|его|е[её]|их|ona|oni|ale|jego|jej)\\b"
                    + "|^one (is|was|of them)\\b|^(in response|as a result|in addition|for (his|her|its|their) part)\\b"
                    + "|^the (first|second|third|other|latter|former|two) |\\bmade the (remarks|comments)\\b|\\balso (said|says|stated|added|told|wrote|noted)\\b"
                    + "|, (he|she|they|it) (said|says|added|told|wrote|noted|warned|insisted)|, (said|added) (he|she|they)\\b");

    /** Two sentences without a stop between them, as a summary's first line often has none. */
    private static final Pattern GLUED = Pattern.compile(
            "(?<!\\b(told|of|in|by|from|the|to|at|for|with|and))(?<=[\\p{Ll}\\p{N}]) (A|An|The|In|On|At|He|She|It|They|But|And|For|After|As|With|From|If|There|His|Her|Its"
                    + "|Their|Two|Three|This|That) \\p{L}");

    private LoneSentence() {}

    static boolean is(String sentence) {
        return sentence.length() >= SHORTEST
                && sentence.length() <= LONGEST
                && WHOLE.matcher(sentence).matches()
                && !has(CUT_OFF, sentence)
                && !has(TEASER, sentence)
                && !has(CAPTION, sentence)
                && !has(DATELINE, sentence)
                && !has(POINTS_BACK, sentence)
                && !has(GLUED, sentence)
                && !has(OUTLETS_OWN, sentence)
                && !speaks(sentence);
    }

    private static boolean speaks(String sentence) {
        boolean marked = sentence.chars().anyMatch(c -> Speech.MARKS.indexOf(c) >= 0);
        var speeches = Speech.in(sentence);
        return marked && speeches.isEmpty()
                || speeches.stream().anyMatch(speech -> Speech.count(speech.words()) >= SPOKEN_WORDS);
    }

    private static boolean has(Pattern pattern, String sentence) {
        return pattern.matcher(sentence).find();
    }

    private static Pattern pattern(String regex) {
        return Pattern.compile(
                regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);
    }
}
