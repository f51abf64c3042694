/** Editors' pages: today's draft as readers will see it, with each story's items and reasons. */
@NullMarked
package org.dailybriefing.desk;

import org.jspecify.annotations.NullMarked;
