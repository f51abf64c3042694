package org.dailybriefing.render.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.dailybriefing.render.proof.SoundIssue.entry;
import static org.dailybriefing.render.proof.SoundIssue.lead;
import static org.dailybriefing.render.proof.SoundIssue.stories;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dailybriefing.House;
import org.dailybriefing.issue.Entry;
import org.dailybriefing.issue.Entry.Placement;
import org.dailybriefing.issue.Feature;
import org.dailybriefing.issue.RenderedIssue;
import org.dailybriefing.render.FourStories;
import org.dailybriefing.render.proof.Remark.Kind;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a proof-reader marks in an issue as it is really rendered, and what not. */
class ProofReaderTest {

    @TempDir
    static Path folder;

    /** Its place in the frozen text. */
    private static final String UNSUBSCRIBE = "\uE000u\uE001";

    private static House house;

    private static SoundIssue issue;
    private static RenderedIssue sound;

    @BeforeAll
    static void open() {
        house = House.open(folder, "--briefing.base-url=" + SoundIssue.BASE_URL);
        SoundIssue.writeEdition(folder);
        issue = new SoundIssue(house);
        sound = issue.render(stories(lead("Envoys meet again")));
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @BeforeEach
    void freshTemplates() {
        SoundIssue.writeEdition(folder);
    }

    private static Remark remark(Kind kind, String where, String sentence) {
        return new Remark(kind, where, sentence);
    }

    private List<Remark> readLead(String headline) {
        return issue.read(stories(lead(headline)));
    }

    /** The second story's headline as given; the mail stays as it is. */
    private static List<Remark> readSecond(String headline) {
        List<Entry> entries = new ArrayList<>(stories(lead("Envoys meet again")));
        String link = entries.get(1).link();
        entries.set(1, entry(2, Placement.SECTION, "sanctions", headline, "A deck.", link, "Meridian"));
        return issue.read(entries, sound);
    }

    /** The sound mail with more at the end of its parts. */
    private static List<Remark> readWith(String html, String text) {
        var mail = new RenderedIssue(
                sound.subject(),
                sound.preheader(),
                sound.html().replace("</body>", html + "</body>"),
                sound.text() + "\n" + text,
                sound.sender(),
                sound.language(),
                sound.zone());
        return issue.read(stories(lead("Envoys meet again")), mail);
    }

    private static List<Remark> of(Kind kind, List<Remark> remarks) {
        return remarks.stream().filter(remark -> remark.kind() == kind).toList();
    }

    @Test
    void an_issue_that_is_sound_has_no_remark() {
        assertThat(issue.read()).isEmpty();
    }

    @Test
    void a_subject_has_at_most_90_characters() {
        assertThat(readLead("x".repeat(90))).isEmpty();
        assertThat(readLead("𝐱".repeat(90))).as("as people count").isEmpty();
        assertThat(readLead("x".repeat(91)))
                .containsExactly(
                        remark(Kind.SUBJECT, "subject", "The subject has 91 characters; inboxes show 90 at most."));
    }

    @Test
    void nothing_that_an_inbox_shows_is_empty() {
        Entry alone = entry(1, Placement.LEAD, "peace-plan", "…", "", "https://harbour.news/1", "Harbour");

        assertThat(issue.read(List.of(alone)))
                .containsExactly(
                        remark(Kind.SUBJECT, "subject", "The subject is empty."),
                        remark(Kind.PREHEADER, "preheader", "The preheader is empty."),
                        remark(Kind.OPENING, "opening", "The opening is empty."));
    }

    @Test
    void the_html_has_at_most_90_kB() {
        int room = 90_000 - ProofCopy.of(FourStories.ISSUE, sound).html().getBytes(StandardCharsets.UTF_8).length;
        String longest = "ж".repeat(room / 2) + "x".repeat(room % 2);

        assertThat(readWith(longest, "")).isEmpty();
        assertThat(readWith(longest + "x".repeat(1_201), ""))
                .containsExactly(remark(
                        Kind.SIZE, "html", "The html has 91.2 kB, and Gmail cuts long mails off; 1.3 kB must go."));
    }

    @Test
    void a_headline_has_at_most_110_characters() {
        assertThat(readSecond("y".repeat(110))).isEmpty();
        assertThat(readSecond("y".repeat(111)))
                .containsExactly(remark(
                        Kind.HEADLINE,
                        "story 102",
                        "The headline of story 102 has 111 characters; above 110 it fills a phone's screen."));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "MINISTERS WEIGH A CAP ON FREIGHT",
                "МІНІСТРИ ЗВАЖУЮТЬ МЕЖУ ДЛЯ ВАНТАЖІВ",
                "ABCDEFGHIJKLMNopqrstu 2026"
            })
    void a_headline_does_not_shout(String headline) {
        assertThat(readSecond(headline))
                .containsExactly(remark(
                        Kind.HEADLINE, "story 102", "The headline of story 102 is in capitals: " + headline + "."));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ABCDEFGHIJKLMNOPQRST 1234567890",
                "ABCDEFGHIJKLMNopqrstuvwx",
                "NATO, EU, UN, IAEA and OSCE meet in Geneva",
                "اجتمع الوزراء اليوم في جنيف لبحث وقف إطلاق النار",
                "部長們在日內瓦開會討論停火和制裁問題以及交換戰俘的名單與日期",
                "საქართველოს მინისტრები ჟენევაში შეხვდნენ"
            })
    void abbreviations_and_scripts_without_capitals_do_not_shout(String headline) {
        assertThat(readSecond(headline)).isEmpty();
    }

    @Test
    void one_outlet_does_not_come_first_three_times_in_a_row() {
        List<Entry> twice = List.of(
                lead("Envoys meet again"),
                entry(2, Placement.SECTION, "other", "Library opens", "Meridian"),
                entry(3, Placement.SECTION, "sanctions", "Ministers weigh a cap", "Harbour"),
                entry(4, Placement.ALSO, "europe", "Parliament meets", "Meridian"));
        assertThat(issue.read(twice)).isEmpty();

        var thrice = new ArrayList<>(twice);
        thrice.add(1, entry(5, Placement.SECTION, "prisoners-humanitarian", "Two navies meet", "Harbour"));
        assertThat(issue.read(thrice))
                .as("sanctions come before other in the mail")
                .containsExactly(
                        remark(Kind.OUTLET, "Harbour", "Harbour comes first in 3 stories in a row: 101, 103, 105."));
    }

    @Test
    void no_section_is_without_a_story() {
        SoundIssue.replace(
                issue.template("briefing.html"), "${section.entries}", "${section.entries.?[headline.length() > 30]}");

        assertThat(of(Kind.SECTION, issue.read()))
                .containsExactly(
                        remark(Kind.SECTION, "Other news", "The section Other news has no story; mend briefing.html."));
    }

    @Test
    void the_last_section_is_empty_too_when_only_the_foot_of_the_mail_follows() {
        SoundIssue.replace(
                issue.template("briefing.html"),
                "th:each=\"entry : ${briefing.alsoReported}\"",
                "th:each=\"entry : ${briefing.alsoReported.?[false]}\"");

        assertThat(of(Kind.SECTION, issue.read()))
                .extracting(Remark::where)
                .containsExactly(house.edition().wording().alsoReported());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            src="https://harbour.news/a.jpg" width="600" height="300"                        | has no alt text
            src="https://harbour.news/a.jpg" alt=" " width="600" height="300"                | has no alt text
            src="http://harbour.news/a.jpg" alt="A table" width="600" height="300"           | has no https address
            src="data:image/png;base64,AAAA" alt="A table" width="600" height="300"          | has no https address
            src="https://harbour.news/a.jpg" alt="A table" width="600"                       | lacks its width or height in pixels
            src="https://harbour.news/a.jpg" alt="A table" width="100%" height="300"         | lacks its width or height in pixels
            src="https://harbour.news/a.jpg" alt="A table" width="600" height="auto"         | lacks its width or height in pixels
            src="https://harbour.news/a.jpg"                                                 | has no alt text, lacks its width or height in pixels
            """)
    void a_picture_has_alt_text_https_and_a_size(String attributes, String faults) {
        String address = attributes.replaceAll("src=\"([^\"]*)\".*", "$1");
        assertThat(readWith("<img " + attributes + ">", ""))
                .containsExactly(remark(Kind.PICTURE, address, "The picture \"" + address + "\" " + faults + "."));
    }

    @Test
    void a_picture_that_has_all_is_right_unless_its_host_is_nowhere() {
        assertThat(readPicture("https://harbour.news/a.jpg")).isEmpty();
        assertThat(readPicture("https://pictures.invalid/a.jpg"))
                .containsExactly(
                        remark(
                                Kind.DEAD_LINK,
                                "pictures.invalid",
                                "No reader gets to pictures.invalid, a name kept for examples (https://pictures.invalid/a.jpg)."));
    }

    private static List<Remark> readPicture(String url) {
        var picture = new Feature.Picture(url, 1_200, 675, "A long table", null, null);
        return issue.read(stories(SoundIssue.with(new Feature(picture, List.of(), null), lead("Envoys meet again"))));
    }

    @Test
    void links_without_an_address_are_one_remark() {
        assertThat(readWith("<a href=\"#\">Read on</a><a href=\"\"></a><a href=\"javascript:void(0)\">Go</a>", ""))
                .containsExactly(remark(
                        Kind.DEAD_LINK,
                        "",
                        "A link has no address that leads anywhere (3 links, the first \"#\" on \"Read on\")."));
    }

    @Test
    void an_address_that_a_template_lost_leads_nowhere() {
        issue.inHtml("<a th:href=\"${null}\">Read on</a>");
        issue.inHtml("<a id=\"top\"></a><a name=\"end\"></a>");

        assertThat(issue.read())
                .containsExactly(
                        remark(Kind.DEAD_LINK, "", "A link has no address that leads anywhere (\"\" on \"Read on\")."));
    }

    @Test
    void links_of_one_host_are_one_remark() {
        String links = "<a href='http://localhost:8080/a'>a</a><a href='http://localhost:8080/b'>b</a>"
                + "<a href='https://localhost/c'>c</a><a href='https://briefing.example.org/d'>d</a>";

        assertThat(readWith(links, links.replaceAll("<a href='(.*?)'>.</a>", "$1 ")))
                .containsExactly(
                        remark(
                                Kind.DEAD_LINK,
                                "localhost",
                                "No reader gets to localhost, an address inside a network"
                                        + " (3 links, the first http://localhost:8080/a)."),
                        remark(
                                Kind.DEAD_LINK,
                                "briefing.example.org",
                                "No reader gets to briefing.example.org, a name kept for examples"
                                        + " (https://briefing.example.org/d)."));
    }

    @Test
    void a_link_is_https() {
        String link = "http://harbour.news/1";

        assertThat(issue.read(List.of(entry(1, Placement.LEAD, "peace-plan", "Envoys meet", "Deck.", link, "Harbour"))))
                .containsExactly(remark(
                        Kind.INSECURE_LINK,
                        "harbour.news",
                        "A link to harbour.news is not https (3 links, the first http://harbour.news/1)."));
    }

    @Test
    void the_way_out_can_be_clicked() {
        SoundIssue.replace(
                issue.template("briefing.html"),
                "th:href=\"${links.unsubscribe}\"",
                "th:title=\"${links.unsubscribe}\"");

        assertThat(of(Kind.UNSUBSCRIBE, issue.read()))
                .containsExactly(remark(
                        Kind.UNSUBSCRIBE, "html", "The html has no link to unsubscribe that a reader can follow."));
    }

    @Test
    void the_way_out_is_in_the_text_too() {
        List<Entry> entries = stories(lead("Envoys meet again"));
        RenderedIssue mail = issue.render(entries);
        var broken = new RenderedIssue(
                mail.subject(),
                mail.preheader(),
                mail.html(),
                mail.text().replace(UNSUBSCRIBE, "unsubscribe"),
                mail.sender(),
                mail.language(),
                mail.zone());

        assertThat(issue.read(entries, broken))
                .containsExactly(remark(
                        Kind.UNSUBSCRIBE, "text", "The text has no link to unsubscribe that a reader can follow."));
    }

    @Test
    void both_parts_have_the_same_links() {
        String html = "<a href='https://harbour.news/about'>About</a><a href='https://harbour.news/team'>Team</a>";

        assertThat(readWith(html, "See https://harbour.news/terms."))
                .containsExactly(
                        remark(
                                Kind.PARTS,
                                "text",
                                "The text lacks what the html links to (2 links, the first https://harbour.news/about)."),
                        remark(
                                Kind.PARTS,
                                "html",
                                "The html lacks what the text links to (https://harbour.news/terms)."));
    }

    @Test
    void a_link_may_stand_at_the_end_of_a_sentence_or_in_a_deck() {
        issue.inHtml("<a href=\"https://harbour.news/about\">About</a><a href=\"https://harbour.news/a_(b)\">A</a>");
        issue.inText("About us: <https://harbour.news/about>, and https://harbour.news/a_(b) too.");
        Entry lead = entry(
                1,
                Placement.LEAD,
                "peace-plan",
                "Envoys meet again",
                "The paper is at https://harbour.news/paper.",
                "https://harbour.news/1",
                "Harbour");

        assertThat(issue.read(stories(lead))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Envoys meet TK times, TK",
        "TODO: envoys, TODO",
        "Oil at XXX dollars, XXX",
        "Lorem IPSUM dolor, Lorem IPSUM",
        "Envoys TKTK, TKTK"
    })
    void a_word_that_waits_for_another_is_found(String headline, String word) {
        assertThat(readSecond(headline))
                .containsExactly(remark(
                        Kind.PLACEHOLDER,
                        "story 102",
                        "\"" + word + "\" waits for its text (story 102: \"" + headline + " A deck.\")."));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Boeing TKX lands", "Todo el mundo habla", "XXXL trains", "The tk file", "Loremipsum", "ЇTK"})
    void a_part_of_a_word_is_not(String headline) {
        assertThat(readSecond(headline)).isEmpty();
    }

    @Test
    void a_word_that_waits_in_a_template_is_found_where_it_stands() {
        assertThat(readWith("<p>We are TODO of Lorem ipsum</p>", "TK and TODO"))
                .extracting(Remark::kind, Remark::where)
                .containsExactly(
                        tuple(Kind.PLACEHOLDER, "html"),
                        tuple(Kind.PLACEHOLDER, "html"),
                        tuple(Kind.PLACEHOLDER, "text"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <p>${briefing.subject}</p>               | ${
            <p>*{subject}</p>                        | *{
            <p>#{home.title}</p>                     | #{
            <p th:inline="none">[[${links.web}]]</p> | [[
            <p th:inline="none">[(x)]</p>            | [(
            <p title="${links.web}">Title</p>        | ${
            <p>th:text="subject"</p>                 | th:text
            <p>{2} stories</p>                       | {2}
            """)
    void a_leftover_of_the_template_is_found(String line, String sign) {
        issue.inHtml(line);

        assertThat(issue.read()).isNotEmpty().first().satisfies(remark -> {
            assertThat(remark.kind()).isEqualTo(Kind.TEMPLATE);
            assertThat(remark.where()).isEqualTo("html");
            assertThat(remark.sentence()).startsWith("\"" + sign + "\" is left of a template (html: \"");
        });
    }

    @Test
    void a_leftover_in_the_text_or_in_a_headline_is_found_where_it_stands() {
        issue.inText("${links.web}");

        assertThat(readLead("Prices in $[[ and {3} rise"))
                .containsExactly(
                        remark(
                                Kind.TEMPLATE,
                                "story 101",
                                "\"[[\" is left of a template (story 101: \"Prices in $[[ and {3} rise A deck of s\")."),
                        remark(
                                Kind.TEMPLATE,
                                "story 101",
                                "\"{3}\" is left of a template (story 101: \"Prices in $[[ and {3} rise A deck of story 1.\")."),
                        remark(
                                Kind.TEMPLATE,
                                "text",
                                "\"${\" is left of a template (text: \"Eastern European Time. ${links.web} Ukraine Talks\")."));
    }

    @Test
    void an_excerpt_does_not_cut_a_character_in_two() {
        assertThat(readSecond("😀".repeat(13) + " TK" + "😀".repeat(20)))
                .singleElement()
                .extracting(Remark::sentence)
                .asString()
                .isEqualTo("\"TK\" waits for its text (story 102: \"" + "😀".repeat(12) + " TK" + "😀".repeat(12)
                        + "\").");
    }
}
