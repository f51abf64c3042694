package org.dailybriefing.story;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds who said something by the words next to it; in languages whose words for that it knows. */
final class Attribution {

    private static final String TITLE = "(?:Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Col|Maj|Adm|Sen|Rep|Gov)\\.";

    private static final Pattern PAPER =
            Pattern.compile("\\b(Times|Post|News|Journal|Courier|Tribune|Herald|Press|Review|Zeitung|Anzeiger)$");

    private static final String WORD =
            "(?:(?:Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Col|Maj|Adm|Sen|Rep|Gov|St|(?-i:(?:\\p{Lu}\\.)*\\p{Lu}))\\.|(?!of )[\\p{L}\\p{M}\\p{N}](?:[\\p{L}\\p{M}\\p{N}'’.-]*[\\p{L}\\p{M}\\p{N}])?|of(?= (?:the )?(?-i:\\p{Lu})))";

    /** The outlet's own words complete the sentence. */
    private static final Pattern GOES_ON = Pattern.compile("^\\p{Ll}");

    /** Words further away from the speech, in characters, don't tell who spoke. */
    private static final int LONGEST = 300;

    private static final int LONGEST_NAME = 100;

    private static final Map<String, Attribution> LANGUAGES = Map.of(
            "en",
            new Attribution(
                    "said|says|told|added|wrote|posted|warned|stressed|insisted|declared",
                    "said|says|added|wrote|warned|stressed|insisted|declared",
                    "according to",
                    "he|she|they|it|i|we|you|who|him|them|one|his|her|their|its|in|on|at|during|after|before|as|while|when|about|following|"
                            + "ahead|speaking|referring|adding|by|from|with|without|via|through|and|but|or|if|that|this|these|those|there|"
                            + "has|have|had|was|were|is|are|be|been|will|would|could|not|also|then|later|earlier|late|early|yesterday|today|"
                            + "last|monday|tuesday|wednesday|thursday|friday|saturday|sunday|to|into|under|over|because|since|until|so|"
                            + "reporters|journalists|what|how|why",
                    "president|minister|premier|official|officials|spokesman|spokeswoman|spokesperson|diplomat|diplomats|envoy|adviser|advisor|"
                            + "aide|source|leader|ambassador|chief|secretary|general|commander|governor|mayor|negotiator|lawmaker|senator|officer|"
                            + "police|prosecutors|ministry|military"),
            "de",
            new Attribution(
                    "sagte|sagt|erklärte|schrieb|betonte|warnte",
                    "sagte|sagt|so|erklärte|schrieb|betonte|warnte",
                    "laut",
                    "er|sie|es|wir|ich|man|ihm|ihr|dieser|diese|in|im|am|an|bei|beim|nach|vor|auf|zu|zum|zur|gegenüber|laut|weiter|dazu|und|"
                            + "oder|aber|mit|während|als|wie|dass|heute|gestern|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|"
                            + "nun|jetzt|später|zuvor|dem|den|hat|hatte|ist|war|wurde|wird|aus|über|unter|bis|seit|durch|für|auch|noch|nicht",
                    "\\p{L}*minister(?:in|s)?|\\p{L}*präsident(?:in|en)?|\\p{L}*sprecher(?:in|s)?|\\p{L}*berater(?:in|s)?|kanzler(?:in|s)?|"
                            + "botschafter(?:in|s)?|diplomat(?:in|en)?|general"),
            "uk",
            new Attribution(
                    "сказав|сказала|заявив|заявила|написав|написала|додав|додала|наголосив|наголосила|зазначив|зазначила",
                    "сказав|сказала|заявив|заявила|написав|написала|додав|додала|наголосив|наголосила|зазначив|зазначила",
                    "за словами",
                    "він|вона|вони|я|ми|хто|у|в|на|під|після|для|про|що|і|й|та|з|із|зі|до|за|як|коли|також|журналістам|йому|їй|сьогодні|вчора|"
                            + "не|від|по|але|який|яка|які",
                    "президент|міністр|речник|речниця|посол|посадовець|дипломат|радник|радниця|очільник|голова|прем'єр|прем’єр"),
            "ru",
            new Attribution(
                    "сказал|сказала|заявил|заявила|написал|написала|добавил|добавила|подчеркнул|подчеркнула|отметил|отметила",
                    "сказал|сказала|заявил|заявила|написал|написала|добавил|добавила|подчеркнул|подчеркнула|отметил|отметила",
                    "по словам",
                    "он|она|они|я|мы|кто|в|во|на|по|после|для|о|об|что|и|с|со|из|до|за|как|когда|также|журналистам|ему|ей|сегодня|вчера|не|от|"
                            + "но|который|которая|которые|под",
                    "президент|министр|представитель|представительница|посол|чиновник|дипломат|советник|глава|премьер"),
            "pl",
            new Attribution(
                    "powiedział|powiedziała|oświadczył|oświadczyła|napisał|napisała|dodał|dodała|podkreślił|podkreśliła|stwierdził|stwierdziła",
                    "powiedział|powiedziała|oświadczył|oświadczyła|napisał|napisała|dodał|dodała|podkreślił|podkreśliła|stwierdził|stwierdziła",
                    "według|zdaniem",
                    "on|ona|oni|ja|my|kto|w|we|na|po|podczas|dla|o|że|i|z|ze|do|za|jak|gdy|również|też|dziennikarzom|mu|jej|dziś|dzisiaj|wczoraj|"
                            + "nie|od|ale|który|która|którzy|pod|reporterom",
                    "prezydent|minister|rzecznik|rzeczniczka|ambasador|dyplomata|doradca|szef|szefowa|premier"));

    private final Pattern inverted;
    private final Pattern behind;
    private final Pattern accordingBehind;
    private final Pattern before;
    private final Pattern accordingBefore;
    private final Pattern roles;

    private Attribution(String verbs, String inverted, String according, String small, String roles) {
        String end = "(?=[,.;:!?(—–]| [—–-]|$| (?:" + small + ")(?!\\p{L}))";
        String who = "((?:the |a |an )?(?!(?:" + small + "|" + verbs + ")(?!\\p{L}))" + WORD + "(?: (?!(?:" + small
                + "|" + verbs + ")(?!\\p{L}))" + WORD + "){0,9})";
        String opener = "(?:[^,:“”\"«»„]{1,80}, )?";
        String aside = "(?:, [^,:]{3,60},)?";
        String more = "(?: (?!(?:" + verbs + "|that|dass|що|что|że)(?!\\p{L}))" + WORD + ")";
        String rest = "(?:(?<=told)" + more + "{1,4}|(?= (?:" + small + "|reporters)(?!\\p{L}))" + more + "{1,9})";
        this.inverted = pattern("^[,.]?\\s*[—–-]?\\s*(?:" + inverted + ") " + who + end);
        behind = pattern("^[,.]?\\s*[—–-]?\\s*" + who + "(?:, [^,:“”\"«»„]{3,60},)?(?: also| later)? (?:" + verbs
                + ")(?!\\p{L})");
        accordingBehind = pattern("^[,.]?\\s*[—–-]?\\s*(?:" + according + ") " + who + end);
        before = pattern(
                "^" + opener + who + aside + "(?: also| later| then)? (?:" + verbs + ")(?:" + rest + "?[:,]|)$");
        accordingBefore = pattern("^" + opener + "(?:" + according + ") " + who + ",$");
        this.roles = pattern("(?<!\\p{L})(?:" + roles + ")(?![\\p{L}-])");
    }

    /**
     * @param before the sentence that leads up to the speech
     * @param after what follows it
     * @return the speaker as the text has it
     */
    static Optional<String> of(String before, String after, Locale language) {
        return Optional.ofNullable(LANGUAGES.get(language.getLanguage()))
                .flatMap(words -> words.speaker(before, after));
    }

    private Optional<String> speaker(String sentence, String rest) {
        String before = sentence.length() > LONGEST ? "" : sentence;
        String after = rest.substring(0, Math.min(LONGEST, rest.length()));
        return first(inverted, after)
                .or(() -> first(behind, after))
                .or(() -> first(accordingBehind, after).filter(this::holdsOffice))
                .or(() -> GOES_ON.matcher(after).find() ? Optional.<String>empty() : leading(before))
                .filter(who -> who.length() <= LONGEST_NAME && !who.endsWith("."))
                .filter(this::isSomebody);
    }

    private Optional<String> leading(String text) {
        return first(before, text).or(() -> first(accordingBefore, text).filter(this::holdsOffice));
    }

    private static Optional<String> first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /** "According to" is said of an outlet too, which tells what somebody else has said. */
    private boolean holdsOffice(String who) {
        return !PAPER.matcher(who).find() && (roles.matcher(who).find() || who.matches("(?s)(?:the )?" + TITLE + ".*"));
    }

    /** A name or an office, and no pronoun. */
    private boolean isSomebody(String who) {
        String inner = who.replaceFirst("^(The|A|An|Der|Die|Das|Ein|Eine) ", "");
        return inner.matches("(?s).*\\p{Lu}.*") || roles.matcher(inner).find();
    }

    private static Pattern pattern(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }
}
