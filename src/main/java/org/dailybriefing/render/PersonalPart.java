package org.dailybriefing.render;

import java.nio.file.Path;
import org.dailybriefing.base.Refusal;

/** What differs from reader to reader stands in the frozen text as a sentinel, and is filled in for each mail. */
public final class PersonalPart {

    /** An address that no feed can contain: plain text loses private-use characters, and links have them encoded. */
    static final String UNSUBSCRIBE = "https://unsubscribe.invalid/\uE000";

    private PersonalPart() {}

    /** @param address without characters that HTML would escape */
    public static String fill(String frozen, String address) {
        return frozen.replace(UNSUBSCRIBE, address);
    }

    static String checked(String rendered, Path template) {
        if (!rendered.contains(UNSUBSCRIBE)) {
            throw new Refusal(template + " has no unsubscribe link; put ${links.unsubscribe} into it.");
        }
        return rendered;
    }
}
