package org.dailybriefing.schedule;

import java.util.function.Consumer;
import org.dailybriefing.base.Refusal;
import org.quartz.JobExecutionContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What every job does: call one method for the edition that its data names. */
final class Bell {

    /** The only key of a job's data. */
    static final String EDITION = "edition";

    private static final Logger log = LoggerFactory.getLogger(Bell.class);

    private Bell() {}

    static void ring(JobExecutionContext context, Consumer<String> method) {
        String edition = context.getMergedJobDataMap().getString(EDITION);
        try {
            method.accept(edition);
        } catch (Refusal e) {
            log.warn("{}: {}", edition, e.getMessage());
        }
    }
}
