/** The heading under which a reader would look for a story. */
@NullMarked
package org.dailybriefing.topic;

import org.jspecify.annotations.NullMarked;
