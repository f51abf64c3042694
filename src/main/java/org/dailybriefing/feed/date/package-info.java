/** Reads whatever date string a feed carries, or says that there is none. */
@NullMarked
package org.dailybriefing.feed.date;

import org.jspecify.annotations.NullMarked;
