package org.dailybriefing.feed.parse;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A picture that an item offers, as far as it has been read. */
final class PictureDraft {

    /** Where a picture was named; the first kind goes before the others. */
    enum Kind {
        CONTENT,
        ENCLOSURE,
        THUMBNAIL,
        IMAGE,
        IN_TEXT
    }

    /** Smaller ones are signs and counters, in pixels. */
    private static final int SMALLEST = 32;

    private static final Pattern PICTURE =
            Pattern.compile("^[^?#]*\\.(?:jpe?g|png|webp|gif|avif)(?:[?#]|$)", Pattern.CASE_INSENSITIVE);
    private static final Pattern FILM =
            Pattern.compile("^[^?#]*\\.(?:mp[34]|m4[av]|mov|webm|ogg|wav|pdf)(?:[?#]|$)", Pattern.CASE_INSENSITIVE);

    final Kind kind;
    final @Nullable String url;
    final @Nullable String type;
    final @Nullable String medium;
    private final @Nullable String width;
    private final @Nullable String height;

    @Nullable
    String caption;

    @Nullable
    String credit;

    PictureDraft(
            Kind kind,
            @Nullable String url,
            @Nullable String type,
            @Nullable String medium,
            @Nullable String width,
            @Nullable String height) {
        this.kind = kind;
        this.url = url;
        this.type = type;
        this.medium = medium;
        this.width = width;
        this.height = height;
    }

    static PictureDraft of(Kind kind, XmlEvents.Attributes attributes) {
        return new PictureDraft(
                kind,
                attributes.get("url"),
                attributes.get("type"),
                attributes.get("medium"),
                attributes.get("width"),
                attributes.get("height"));
    }

    /** One of which nothing but its address is said. */
    static PictureDraft of(Kind kind, String url) {
        return new PictureDraft(kind, url.strip(), null, null, null, null);
    }

    void tell(Tag tag, String words) {
        if (tag == Tag.CREDIT) {
            credit = words;
        } else if (tag == Tag.CAPTION || caption == null) {
            caption = words;
        }
    }

    boolean isPicture() {
        return url != null && !url.isBlank() && !isSmall(width) && !isSmall(height) && saysPicture(url);
    }

    /** @return 0 if it is not told */
    int width() {
        return pixels(width);
    }

    /** @return 0 if it is not told */
    int height() {
        return pixels(height);
    }

    private boolean saysPicture(String address) {
        if (type != null && !type.isBlank()) {
            return type.strip().regionMatches(true, 0, "image/", 0, 6);
        }
        if (medium != null && !medium.isBlank()) {
            return medium.strip().equalsIgnoreCase("image");
        }
        return kind == Kind.ENCLOSURE
                ? PICTURE.matcher(address).find()
                : !FILM.matcher(address).find();
    }

    private static boolean isSmall(@Nullable String side) {
        int pixels = pixels(side);
        return pixels > 0 && pixels < SMALLEST;
    }

    /** The number that it begins with; a part of the page's width tells nothing. */
    private static int pixels(@Nullable String side) {
        int pixels = 0;
        String digits = side == null || side.contains("%") ? "" : side.strip();
        for (int i = 0; i < Math.min(digits.length(), 5) && Character.isDigit(digits.charAt(i)); i++) {
            pixels = 10 * pixels + Character.digit(digits.charAt(i), 10);
        }
        return pixels;
    }
}
