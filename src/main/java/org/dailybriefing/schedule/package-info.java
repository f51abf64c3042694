/** Quartz rings the bell; what is due is decided elsewhere. */
@NullMarked
package org.dailybriefing.schedule;

import org.jspecify.annotations.NullMarked;
