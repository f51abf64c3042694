package org.dailybriefing.issue;

import org.jspecify.annotations.Nullable;

/**
 * What editors have written for an issue themselves.
 *
 * @param subject null while it is made from the stories, as {@code preheader}
 * @param note a line for each paragraph, or null
 */
public record OwnWords(
        @Nullable String subject,
        @Nullable String preheader,
        @Nullable String note) {

    public static final OwnWords NONE = new OwnWords(null, null, null);
}
