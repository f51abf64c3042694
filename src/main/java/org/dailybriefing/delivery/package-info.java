/** The ledger of who got which issue, and the dispatcher that sends what is pending. */
@NullMarked
package org.dailybriefing.delivery;

import org.jspecify.annotations.NullMarked;
