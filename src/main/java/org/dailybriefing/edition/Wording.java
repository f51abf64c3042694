package org.dailybriefing.edition;

import static org.dailybriefing.base.Required.required;

import java.util.Locale;
import java.util.Set;

/**
 * Every fixed word that a reader sees, so that an edition in another language needs no code.
 *
 * @param language IETF tag such as {@code en}
 * @param greeting {@code {0}} is where the name stands
 * @param greetingName {@code {0}} is the name; left out for readers who have given none
 * @param minutes {@code {0}} minutes that an article takes to read
 * @param quotation {@code {0}} is what somebody said: it gets the language's quotation marks
 * @param times {@code {0}} is the name of a time zone
 * @param length {@code {0}} stories, {@code {1}} minutes, as in {@code lengthOfOne}
 * @param between headlines, where several stand in one sentence
 * @param opening {@code {0}} is the headlines of the three main stories
 * @param preheader {@code {0}} is the headlines of the second and third story
 * @param more {@code {0}} is the number of further outlets
 * @param why {@code {0}} is the name of the edition, as in {@code leaveQuestion} and {@code left}
 */
public record Wording(
        Locale language,
        String greeting,
        String greetingName,
        String viewInBrowser,
        String length,
        String lengthOfOne,
        String opening,
        String preheader,
        String between,
        String note,
        String inThisBriefing,
        String alsoReported,
        String readMore,
        String more,
        String minutes,
        String quotation,
        String stateMedia,
        String updated,
        String times,
        String why,
        String preferences,
        String unsubscribe,
        String signUp,
        String corrections,
        String leaveQuestion,
        String leaveButton,
        String left,
        PreferenceWords preferencesPage) {

    private static final Set<String> RIGHT_TO_LEFT = Set.of("ar", "fa", "he", "ur");

    public Wording {
        required("language", language);
        required("greeting", greeting);
        required("greeting-name", greetingName);
        required("view-in-browser", viewInBrowser);
        required("length", length);
        required("length-of-one", lengthOfOne);
        required("opening", opening);
        required("preheader", preheader);
        required("between", between);
        required("note", note);
        required("in-this-briefing", inThisBriefing);
        required("also-reported", alsoReported);
        required("read-more", readMore);
        required("more", more);
        required("minutes", minutes);
        required("quotation", quotation);
        required("state-media", stateMedia);
        required("updated", updated);
        required("times", times);
        required("why", why);
        required("preferences", preferences);
        required("unsubscribe", unsubscribe);
        required("sign-up", signUp);
        required("corrections", corrections);
        required("leave-question", leaveQuestion);
        required("leave-button", leaveButton);
        required("left", left);
        required("preferences-page", preferencesPage);
    }

    public String direction() {
        return RIGHT_TO_LEFT.contains(language.getLanguage()) ? "rtl" : "ltr";
    }

    /** Fills {@code {0}}, {@code {1}} … with the values as they stand. */
    public static String fill(String pattern, Object... values) {
        String text = pattern;
        for (int i = 0; i < values.length; i++) {
            text = text.replace("{" + i + "}", String.valueOf(values[i]));
        }
        return text;
    }
}
