package org.dailybriefing.issue;

/** What readers get, frozen at approval; the personal parts are still sentinels. */
public record RenderedIssue(String subject, String preheader, String html, String text) {}
