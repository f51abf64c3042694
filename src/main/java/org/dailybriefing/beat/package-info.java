/** Whether an item belongs to what an edition covers, and why. */
@NullMarked
package org.dailybriefing.beat;

import org.jspecify.annotations.NullMarked;
