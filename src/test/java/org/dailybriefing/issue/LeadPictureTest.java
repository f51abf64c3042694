package org.dailybriefing.issue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dailybriefing.edition.Source.Ownership;
import org.dailybriefing.feed.Item;
import org.dailybriefing.feed.Look;
import org.dailybriefing.feed.parse.Image;
import org.dailybriefing.issue.Draft.Placed;
import org.dailybriefing.issue.Feature.Picture;
import org.dailybriefing.story.Story;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which picture the lead story has, and what is said of it. */
class LeadPictureTest {

    private static final String TITLE = "Envoys meet in Geneva";

    private static Item item(int id, @Nullable Image image) {
        return new Item(
                id,
                "Outlet " + id,
                "GB",
                Ownership.PRIVATE,
                "https://outlet.example/" + id,
                TITLE,
                "Summary.",
                null,
                Instant.parse("2026-03-10T07:00:00Z"),
                image,
                0);
    }

    private static Image image(String url) {
        return new Image(url, 0, 0, null, null);
    }

    /** Of a story that the last item leads. */
    private static LeadPicture picture(Map<String, Look> looks, Item... items) {
        var story = new Story(items[items.length - 1], List.of(items));
        return new LeadPicture(List.of(new Placed(1, story, "talks", "", new Importance(1, ""), true)), looks);
    }

    private static Map<String, Look> looks(Look... looks) {
        return Stream.of(looks).collect(Collectors.toMap(Look::url, Function.identity()));
    }

    private static Look good(String url) {
        return new Look(url, 1200, 675, null);
    }

    private static Look bad(String url) {
        return new Look(url, 0, 0, "answered 404");
    }

    @Test
    void the_leads_own_goes_before_the_others_and_three_are_enough() {
        Item[] items = {
            item(1, image("https://o.example/1.jpg")),
            item(2, image("https://o.example/2.jpg")),
            item(3, null),
            item(4, image("https://o.example/1.jpg")),
            item(5, image("https://o.example/5.jpg")),
            item(6, image("https://o.example/6.jpg"))
        };

        assertThat(picture(Map.of(), items).unseen())
                .containsExactly("https://o.example/6.jpg", "https://o.example/1.jpg", "https://o.example/2.jpg");
        assertThat(picture(Map.of(), items).picture()).isEmpty();
    }

    @Test
    void the_first_that_can_be_printed_is_and_nobody_looks_behind_it() {
        Item[] items = {
            item(1, image("https://o.example/1.jpg")),
            item(2, image("https://o.example/2.jpg")),
            item(3, image("https://o.example/3.jpg"))
        };
        var known = picture(looks(bad("https://o.example/3.jpg"), good("https://o.example/1.jpg")), items);
        var better = picture(looks(good("https://o.example/1.jpg")), items);

        assertThat(known.picture()).map(Picture::url).hasValue("https://o.example/1.jpg");
        assertThat(known.unseen()).isEmpty();
        assertThat(better.picture()).map(Picture::url).hasValue("https://o.example/1.jpg");
        assertThat(better.unseen()).containsExactly("https://o.example/3.jpg");
    }

    @Test
    void its_size_is_what_was_found_and_not_what_the_feed_says() {
        var claimed = new Image("https://o.example/1.jpg", 4000, 10, null, null);

        assertThat(picture(looks(good("https://o.example/1.jpg")), item(1, claimed))
                        .picture())
                .hasValue(new Picture("https://o.example/1.jpg", 1200, 675, TITLE, null, "Outlet 1"));
    }

    @Test
    void an_address_in_http_is_tried_in_https() {
        Item item = item(1, image("HTTP://o.example/http:1.jpg"));

        assertThat(picture(Map.of(), item).unseen()).containsExactly("https://o.example/http:1.jpg");
        assertThat(picture(looks(good("https://o.example/http:1.jpg")), item).picture())
                .map(Picture::url)
                .hasValue("https://o.example/http:1.jpg");
    }

    @Test
    void what_its_feed_calls_small_or_has_a_page_of_an_address_is_passed_over() {
        assertThat(picture(
                                Map.of(),
                                item(1, new Image("https://o.example/399.jpg", 399, 300, null, null)),
                                item(2, new Image("https://o.example/400.jpg", 400, 300, null, null)),
                                item(3, image("https://o.example/" + "x".repeat(1_000))))
                        .unseen())
                .containsExactly("https://o.example/400.jpg");
    }

    /** The alternative text is the caption where that is a sentence, else the headline. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "-                                                            | -       | Envoys meet in Geneva",
                "Delegates leave the hall in Geneva.                          | caption | Delegates leave the hall in Geneva.",
                "Delegates leave the hall in Geneva. (Agency/Jane Doe)        | caption | Delegates leave the hall in Geneva. (Agency/Jane Doe)",
                "Delegates say: ‘We go on with the talks.’                    | caption | Delegates say: ‘We go on with the talks.’",
                "Delegates in the hall                                        | caption | Envoys meet in Geneva",
                "Photo: Jane Doe.                                             | caption | Envoys meet in Geneva",
                "IMG_2031.jpg                                                 | -       | Envoys meet in Geneva",
                "ENVOYS MEET IN GENEVA                                        | -       | Envoys meet in Geneva"
            })
    void caption_and_alternative_text(@Nullable String given, @Nullable String caption, String alt) {
        var image = new Image("https://o.example/1.jpg", 0, 0, given, "Jane Doe");
        Picture picture = picture(looks(good("https://o.example/1.jpg")), item(1, image))
                .picture()
                .orElseThrow();

        assertThat(picture.caption()).isEqualTo(caption == null ? null : given);
        assertThat(picture.alt()).isEqualTo(alt);
        assertThat(picture.credit()).isEqualTo("Jane Doe");
    }

    @Test
    void the_alternative_text_is_short() {
        var image = new Image("https://o.example/1.jpg", 0, 0, "Delegates " + "wait and ".repeat(30) + "wait.", null);

        assertThat(picture(looks(good("https://o.example/1.jpg")), item(1, image))
                        .picture()
                        .map(Picture::alt)
                        .map(Objects::requireNonNull))
                .hasValueSatisfying(
                        alt -> assertThat(alt).hasSizeLessThanOrEqualTo(200).endsWith("…"));
    }

    @Test
    void an_issue_without_stories_has_none() {
        assertThat(new LeadPicture(List.of(), Map.of()).unseen()).isEmpty();
        assertThat(new LeadPicture(List.of(), Map.of()).picture()).isEmpty();
    }
}
