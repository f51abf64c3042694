package org.dailybriefing.base;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** The one complaint that all parts of a hand-written file share. */
public final class Required {

    private Required() {}

    public static void required(String key, @Nullable Object value) {
        boolean missing = value == null
                || value instanceof String text && text.isBlank()
                || value instanceof Collection<?> many && many.isEmpty();
        if (missing) {
            throw new IllegalArgumentException(key + " is missing");
        }
    }
}
