/** One dated, numbered mailing of an edition: compiled, approved, sent, and the fate of every item. */
@NullMarked
package org.dailybriefing.issue;

import org.jspecify.annotations.NullMarked;
