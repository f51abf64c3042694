/** The items that report one event become one story, with a lead and a deck. */
@NullMarked
package org.dailybriefing.story;

import org.jspecify.annotations.NullMarked;
