package org.dailybriefing.render;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dailybriefing.edition.Wording;

/**
 * A place in the frozen text where readers' mails differ. It is written between two private-use characters, which no feed can
 * bring in: texts and links lose them.
 *
 * @param argument what the kind needs
 */
record Place(Kind kind, String argument) {

    enum Kind {
        UNSUBSCRIBE('u'),
        PREFERENCES('p'),
        /** The argument is the words around the name, with {@code {0}} for it; nothing is said to whom has none. */
        NAME('n'),
        /** The argument is a time in seconds of the epoch. */
        TIME('t'),
        /** The name of the zone in which times are told. */
        ZONE('z');

        private final char letter;

        Kind(char letter) {
            this.letter = letter;
        }

        private static Kind of(char letter) {
            for (Kind kind : values()) {
                if (kind.letter == letter) {
                    return kind;
                }
            }
            throw new IllegalArgumentException("no place is called " + letter);
        }
    }

    static final char START = '\uE000';

    static final Pattern MARK = Pattern.compile("\uE000([a-z])([^\uE000-\uF8FF]*)\uE001");

    static String unsubscribe() {
        return mark(Kind.UNSUBSCRIBE, "");
    }

    static String preferences() {
        return mark(Kind.PREFERENCES, "");
    }

    /** @param words with {@code {0}} for the name */
    static String name(String words) {
        return mark(Kind.NAME, words);
    }

    static String time(Instant time) {
        return mark(Kind.TIME, String.valueOf(time.getEpochSecond()));
    }

    static String zone() {
        return mark(Kind.ZONE, "");
    }

    private static String mark(Kind kind, String argument) {
        return START + "" + kind.letter + argument + "\uE001";
    }

    static Place of(Matcher mark) {
        return new Place(Kind.of(mark.group(1).charAt(0)), mark.group(2));
    }

    /** Whether all readers in one zone see the same. */
    boolean isOfZone() {
        return kind == Kind.TIME || kind == Kind.ZONE;
    }

    /** @param day of the issue: other days are named */
    String in(ZoneId zone, Locale language, LocalDate day) {
        return kind == Kind.ZONE ? zone.getDisplayName(TextStyle.FULL_STANDALONE, language) : time(zone, language, day);
    }

    private String time(ZoneId zone, Locale language, LocalDate day) {
        ZonedDateTime time = Instant.ofEpochSecond(Long.parseLong(argument)).atZone(zone);
        String pattern = time.toLocalDate().equals(day) ? "HH:mm" : "EEE\u00a0HH:mm";
        return DateTimeFormatter.ofPattern(pattern, language).format(time);
    }

    /** @param escape for what is the reader's own; the words around it are as the template has them */
    String of(Reader reader, UnaryOperator<String> escape) {
        return switch (kind) {
            case UNSUBSCRIBE -> escape.apply(reader.unsubscribe());
            case PREFERENCES -> escape.apply(reader.preferences());
            case NAME ->
                reader.name() == null || reader.name().isBlank()
                        ? ""
                        : Wording.fill(argument, escape.apply(reader.name()));
            case TIME, ZONE -> throw new IllegalStateException("is filled by zone");
        };
    }
}
