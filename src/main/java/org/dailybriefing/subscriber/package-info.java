/** Who gets the mail, with whose consent, and how they leave. */
@NullMarked
package org.dailybriefing.subscriber;

import org.jspecify.annotations.NullMarked;
