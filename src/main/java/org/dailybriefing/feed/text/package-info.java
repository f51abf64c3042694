/** Characters and addresses as the web serves them, made clean: charsets, plain text, links. */
@NullMarked
package org.dailybriefing.feed.text;

import org.jspecify.annotations.NullMarked;
