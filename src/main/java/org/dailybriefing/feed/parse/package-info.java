/** Makes items out of the bytes of a feed: whatever its charset, dialect and state of repair, in plain text. */
@NullMarked
package org.dailybriefing.feed.parse;

import org.jspecify.annotations.NullMarked;
