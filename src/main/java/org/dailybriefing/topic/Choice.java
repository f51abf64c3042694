package org.dailybriefing.topic;

/**
 * A story's topic, and why.
 *
 * @param topic its slug
 * @param reason the terms that led there and their share of the points, 0 to 100, with the runner-up's:
 *     {@code land swap*, Donbas (71 of 100 points; next: The peace plan, 21)}
 */
public record Choice(String topic, String reason) {}
