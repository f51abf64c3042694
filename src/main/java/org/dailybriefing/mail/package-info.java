/** One letter to one reader, and the two ways it leaves the house: an SMTP server or the outbox. */
@NullMarked
package org.dailybriefing.mail;

import org.jspecify.annotations.NullMarked;
