package org.dailybriefing.feed.parse;

import java.nio.charset.Charset;

/** The characters of a document and the charset they were in. */
record DecodedText(String text, Charset charset) {}
