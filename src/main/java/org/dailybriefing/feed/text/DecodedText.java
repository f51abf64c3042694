package org.dailybriefing.feed.text;

import java.nio.charset.Charset;

/** The characters of a document and the charset they were in. */
public record DecodedText(String text, Charset charset) {}
