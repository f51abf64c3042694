/** Gets the bytes of a feed: conditionally, within a time and a size, politely, and from public addresses only. */
@NullMarked
package org.dailybriefing.feed.fetch;

import org.jspecify.annotations.NullMarked;
