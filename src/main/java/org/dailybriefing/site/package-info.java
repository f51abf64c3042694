/** Readers' pages: the archive, the web version of an issue, unsubscribing. */
@NullMarked
package org.dailybriefing.site;

import org.jspecify.annotations.NullMarked;
