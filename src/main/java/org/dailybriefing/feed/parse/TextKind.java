package org.dailybriefing.feed.parse;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How the characters of an element are meant: Atom says so, RSS leaves it open and means HTML. */
enum TextKind {
    PLAIN,
    HTML,
    /** Text in base64, as Atom 0.3 allowed. */
    PLAIN_BASE64,
    HTML_BASE64,
    /** A picture, a film, a program. */
    NO_TEXT;

    /**
     * By RFC 4287, 3.1.1 and 4.1.3, and the draft of Atom 0.3.
     *
     * @param type of an Atom text construct
     * @param mode of Atom 0.3
     */
    static TextKind ofAtom(@Nullable String type, @Nullable String mode) {
        String t = type == null ? "text" : type.strip().toLowerCase(Locale.ROOT);
        boolean base64 = "base64".equalsIgnoreCase(mode);
        boolean packedText = base64 && t.equals("application/octet-stream");
        if (packedText || t.contains("html") || t.endsWith("/xml") || t.endsWith("+xml")) {
            return base64 ? HTML_BASE64 : HTML;
        }
        if (t.isEmpty() || t.startsWith("text")) {
            return base64 ? PLAIN_BASE64 : PLAIN;
        }
        return NO_TEXT;
    }

    /** @return markup, whatever the kind was */
    String html(String value) {
        return switch (this) {
            case HTML -> value;
            case PLAIN -> escape(value);
            case HTML_BASE64 -> decode(value);
            case PLAIN_BASE64 -> escape(decode(value));
            case NO_TEXT -> "";
        };
    }

    static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }

    private static String decode(String value) {
        try {
            return new String(Base64.getMimeDecoder().decode(value.strip()), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
