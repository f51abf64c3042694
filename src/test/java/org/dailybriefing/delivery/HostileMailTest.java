package org.dailybriefing.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import org.dailybriefing.FeedServer;
import org.dailybriefing.House;
import org.dailybriefing.Steps;
import org.dailybriefing.Web;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A feed, an outlet's name and a subscriber's name that try everything: readers get words, whatever way they read. */
class HostileMailTest {

    private static final Set<String> ELEMENTS = Set.of(
            "html", "head", "meta", "title", "style", "body", "div", "table", "tbody", "tr", "td", "h1", "h2", "h3",
            "p", "b", "br", "a", "span", "ul", "li", "img");

    private static final Set<String> HEADERS = Set.of(
            "Date",
            "From",
            "Reply-To",
            "To",
            "Message-ID",
            "Subject",
            "MIME-Version",
            "Content-Type",
            "List-Id",
            "List-Unsubscribe",
            "List-Unsubscribe-Post",
            "Feedback-ID",
            "Precedence",
            "Auto-Submitted",
            "X-Auto-Response-Suppress");

    @TempDir
    static Path folder;

    private static final FeedServer FEEDS = new FeedServer();
    private static House house;
    private static LocalDate day = LocalDate.of(2026, 3, 1);

    @BeforeAll
    static void open() {
        House.writeEdition(folder, List.of(FEEDS.url("/a.xml")));
        Steps.timetable(folder, "minimum-stories: 1");
        House.write(
                folder.resolve("subscribers.yml"),
                "subscribers:\n  - { email: a@example.org,"
                        + " name: \"<script>x</script> =?UTF-8?Q?=E2=80=AEx?= ${7*7}\\r\\nBcc: b@example.org \\uE000u\\uE001 \\u202E\" }\n");
        house = House.serve(folder, "--spring.quartz.auto-startup=false", "--briefing.base-url=https://news.example");
    }

    @AfterAll
    static void close() {
        house.close();
        FEEDS.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<img src=x onerror=alert(1)>",
                "&lt;svg/onload=alert(1)&gt;",
                "\" onmouseover=\"alert(1)",
                "' style='position:fixed",
                "${7*7} *{7*7} #{x} @{/x} ~{:: deck}",
                "[[${T(java.lang.Runtime).getRuntime()}]] [(${7*7})] __${7*7}__",
                "[# th:if=\"false\"] [/] th:text=\"${9*9}\"",
                "{0} {1} %s",
                "line\r\nBcc: victim@example.org\r\n\r\nbody",
                "\u202Edesrever\u202C \u2066isolated\u2069",
                "\uE000u\uE001 \uE000n{0}\uE001 \uE000",
                "&#xD800; lone &#xDC00;",
                "javascript:alert(1) data:text/html,x",
                "wwwwwwwwww*1000",
                "=?UTF-8?B?4oCuZG5l4oCs?= =?UTF-8?Q?=0D=0ABcc:_victim@example.org?="
            })
    void it_stays_words_in_the_mail_and_on_the_web(String given) throws Exception {
        String hostile = given.replace("*1000", "w".repeat(10_000));
        // long enough for what was told to be news again
        day = day.plusDays(10);
        house.clock().set(day + "T10:00:00Z");
        FEEDS.serve("/a.xml", feed(xml(hostile)));
        Steps.sent(house);

        MimeMessage mail = mail();
        var parts = (MimeMultipart) mail.getContent();
        String text = (String) parts.getBodyPart(0).getContent();
        String html = (String) parts.getBodyPart(1).getContent();
        String page = "/editions/ukraine-talks/" + day;

        assertHeaders(mail);
        assertThat(mail.getSubject().replaceAll("\\s", ""))
                .isEqualTo(Jsoup.parse(html).title().replace("=?", "= ?").replaceAll("\\s", ""));
        assertHarmless(html);
        assertHarmless(Web.get(house, page).body());
        for (String part : List.of(text, html, Web.get(house, page + ".txt").body())) {
            assertThat(part)
                    .contains("ceasefire talks")
                    .doesNotContain("java.lang.Runtime@")
                    .doesNotContainPattern("[\\x{202A}-\\x{202E}\\x{2066}-\\x{2069}\\x{E000}-\\x{F8FF}\\x{FFFD}]")
                    .doesNotContainPattern("[\\x{D800}-\\x{DFFF}]");
        }
    }

    /** One item that is hostile in all that it says. */
    private static String feed(String hostile) {
        return """
                <rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/">
                <channel><title>Test</title>
                <item><guid>1-DAY</guid><title>Ukraine and Russia hold ceasefire talks HOSTILE</title>
                <link>https://outlet.example/DAY</link>
                <description>The envoys of Ukraine and Russia HOSTILE met. "A long quote that HOSTILE says it all today," said HOSTILE.</description>
                <dc:creator>HOSTILE</dc:creator><source url="https://outlet.example/">HOSTILE</source>
                <media:content url="https://outlet.example/HOSTILE.jpg" medium="image" width="900" height="600">
                <media:description>HOSTILE</media:description><media:credit>HOSTILE</media:credit></media:content>
                <pubDate>TIME</pubDate></item>
                <item><guid>2-DAY</guid><title>Library in the harbour opens before the Ukraine ceasefire talks</title><link>https://outlet.example/DAY?a=HOSTILE</link>
                <pubDate>TIME</pubDate></item>
                <item><guid>3-DAY</guid><title>Ukraine ceasefire talks lead nowhere</title><link>javascript:alert(1)</link>
                <pubDate>TIME</pubDate></item></channel></rss>""".replace("HOSTILE", hostile)
                .replace(
                        "TIME",
                        DateTimeFormatter.RFC_1123_DATE_TIME.format(
                                day.atTime(8, 0).atOffset(ZoneOffset.UTC)))
                .replace("DAY", day.toString());
    }

    private static String xml(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("&amp;#x", "&#x");
    }

    private static MimeMessage mail() throws IOException, MessagingException {
        List<String> mails = Steps.mails(folder);
        Path file = folder.resolve("data/outbox").resolve(mails.get(mails.size() - 1));
        assertThat(file.getFileName().toString()).contains(day.toString());
        assertThat(Files.readString(file, StandardCharsets.US_ASCII).lines())
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(998));
        try (InputStream in = Files.newInputStream(file)) {
            return new MimeMessage(Session.getInstance(new Properties()), in);
        }
    }

    private static void assertHeaders(MimeMessage mail) throws MessagingException {
        assertThat(Collections.list(mail.getAllHeaders()))
                .extracting(Header::getName)
                .doesNotHaveDuplicates()
                .isSubsetOf(HEADERS);
        assertThat(mail.getAllRecipients()).hasSize(1);
        assertThat(mail.getAllRecipients()[0].toString()).endsWith("<a@example.org>");
        assertThat(((InternetAddress) mail.getAllRecipients()[0]).getPersonal()).contains("= ?UTF-8?Q?=E2=80=AEx?=");
    }

    private static void assertHarmless(String html) {
        Document page = Jsoup.parse(html);
        for (Element element : page.body().getAllElements()) {
            assertThat(ELEMENTS).contains(element.tagName());
            for (Attribute attribute : element.attributes()) {
                assertThat(attribute.getKey()).doesNotStartWith("on").doesNotContain("th:");
            }
        }
        assertThat(page.select("[href]").eachAttr("href"))
                .allSatisfy(link -> assertThat(link).matches("(https?://|mailto:)[!-~]*"));
        assertThat(page.select("[style]").eachAttr("style")).noneMatch(style -> style.contains("fixed"));
    }
}
