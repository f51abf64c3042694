package org.dailybriefing.delivery;

import org.dailybriefing.base.Refusal;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** Puts into a sentence that the ledger cannot be written; what else goes wrong is a bug and stays what it is. */
final class Unwritable {

    private Unwritable() {}

    static RuntimeException told(RuntimeException e) {
        if (e instanceof DataAccessException || e instanceof TransactionException) {
            Throwable cause = NestedExceptionUtils.getMostSpecificCause(e);
            return new Refusal(
                    "The ledger cannot be written (" + cause.getMessage()
                            + "). Nothing is lost: what was sent meanwhile is"
                            + " written down when the sending goes on. Check the disk and the database.",
                    e);
        }
        return e;
    }
}
