package org.dailybriefing.issue;

import org.dailybriefing.edition.Sender;

/** What readers get and from whom, frozen at approval; the personal parts are still sentinels. */
public record RenderedIssue(String subject, String preheader, String html, String text, Sender sender) {}
