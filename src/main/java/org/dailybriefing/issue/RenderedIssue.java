package org.dailybriefing.issue;

import java.time.ZoneId;
import java.util.Locale;
import org.dailybriefing.edition.Sender;

/**
 * What readers get and from whom, frozen at approval; in html and text there are still places for what differs from reader to
 * reader.
 *
 * @param language in which days and zones are named
 * @param zone of readers who have none of their own
 */
public record RenderedIssue(
        String subject, String preheader, String html, String text, Sender sender, Locale language, ZoneId zone) {}
