package org.dailybriefing.render;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * What the mail of one reader has of his own.
 *
 * @param name by which he is greeted, if he has given one
 * @param zone in which he is told the time
 * @param unsubscribe his signed link, as {@code preferences}
 */
public record Reader(@Nullable String name, ZoneId zone, String unsubscribe, String preferences) {}
