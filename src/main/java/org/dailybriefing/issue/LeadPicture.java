package org.dailybriefing.issue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dailybriefing.feed.Item;
import org.dailybriefing.feed.Look;
import org.dailybriefing.feed.parse.Image;
import org.dailybriefing.feed.text.PlainText;
import org.dailybriefing.issue.Feature.Picture;
import org.jspecify.annotations.Nullable;

/** The picture of a story: of those that its feeds name the first that was looked at and can be printed. */
final class LeadPicture {

    /** Feeds beyond the third have the same pictures, or none. */
    private static final int MOST = 3;

    private static final int ALT = 200;

    /** In characters: longer ones are sessions, and no mail is made better by them. */
    private static final int LONGEST_URL = 1_000;

    /** As a feed says it, which is enough to pass one over. */
    private static final int NARROWEST_CLAIM = 400;

    /** Four words or more with an end, and maybe a credit in brackets behind it. */
    private static final Pattern SENTENCE = Pattern.compile("(?:\\S+ ){3,}\\S*[.!?…][\"'”’»)]*(?: \\([^()]*\\))?");

    private final List<Candidate> candidates;
    private final Map<String, Look> looks;

    /** @param looks what was found by now, by address */
    LeadPicture(List<Draft.Placed> stories, Map<String, Look> looks) {
        candidates = stories.stream().limit(1).flatMap(LeadPicture::candidates).toList();
        this.looks = looks;
    }

    /** @param url https, whatever the feed says: no mail program shows another */
    private record Candidate(String url, Image image, Item item) {

        static Stream<Candidate> of(Item item) {
            Image image = item.image();
            if (image == null || image.width() > 0 && image.width() < NARROWEST_CLAIM) {
                return Stream.empty();
            }
            String url = image.url().replaceFirst("(?i)^http:", "https:");
            return url.length() > LONGEST_URL ? Stream.empty() : Stream.of(new Candidate(url, image, item));
        }
    }

    /** The lead's own goes before the others. */
    private static Stream<Candidate> candidates(Draft.Placed placed) {
        return Stream.concat(Stream.of(placed.story().lead()), placed.story().items().stream())
                .flatMap(Candidate::of)
                .collect(Collectors.toMap(
                        Candidate::url, Function.identity(), (first, same) -> first, LinkedHashMap::new))
                .values()
                .stream()
                .limit(MOST);
    }

    /** Empty while none is known to be fit for print. */
    Optional<Picture> picture() {
        return candidates.stream().filter(this::isPrintable).findFirst().map(this::picture);
    }

    /** The addresses of those that would go before it, and that nobody has looked at; the best first. */
    List<String> unseen() {
        return candidates.stream()
                .takeWhile(candidate -> !isPrintable(candidate))
                .map(Candidate::url)
                .filter(url -> !looks.containsKey(url))
                .toList();
    }

    private boolean isPrintable(Candidate candidate) {
        Look look = looks.get(candidate.url());
        return look != null && look.isPrintable();
    }

    private Picture picture(Candidate candidate) {
        Look look = Objects.requireNonNull(looks.get(candidate.url()));
        String caption = caption(candidate);
        String alt = caption != null && SENTENCE.matcher(caption).matches()
                ? caption
                : candidate.item().title();
        String credit = candidate.image().credit();
        return new Picture(
                candidate.url(),
                look.width(),
                look.height(),
                PlainText.clean(alt, ALT),
                caption,
                credit == null ? candidate.item().outlet() : credit);
    }

    /** None where it is the headline once more, or the name of a file. */
    private static @Nullable String caption(Candidate candidate) {
        String caption = candidate.image().caption();
        return caption == null
                        || caption.indexOf(' ') < 0
                        || caption.equalsIgnoreCase(candidate.item().title())
                ? null
                : caption;
    }
}
