/** What comes back: reports on mails that were not delivered, and complaints; and the mailboxes that they are read from. */
@NullMarked
package org.dailybriefing.mail.bounce;

import org.jspecify.annotations.NullMarked;
