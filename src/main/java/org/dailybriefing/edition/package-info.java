/** What an editor decides: a folder under templates/ with its sources, beat, topics, timetable and wording. */
@NullMarked
package org.dailybriefing.edition;

import org.jspecify.annotations.NullMarked;
