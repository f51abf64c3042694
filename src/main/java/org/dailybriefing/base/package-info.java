/** What every room needs: the settings, the clock, the database, and a refusal in one sentence. */
@NullMarked
package org.dailybriefing.base;

import org.jspecify.annotations.NullMarked;
