/** The collector: fetches feeds politely, reads them with Rome and keeps each item once. */
@NullMarked
package org.dailybriefing.feed;

import org.jspecify.annotations.NullMarked;
