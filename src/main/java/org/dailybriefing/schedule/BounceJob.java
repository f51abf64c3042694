package org.dailybriefing.schedule;

import org.dailybriefing.ops.ReturnedMail;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;

/** Every five minutes, where there is a mailbox for it: read what came back. */
@DisallowConcurrentExecution
final class BounceJob implements Job {

    private final ReturnedMail returnedMail;

    BounceJob(ReturnedMail returnedMail) {
        this.returnedMail = returnedMail;
    }

    @Override
    public void execute(JobExecutionContext context) {
        returnedMail.collect();
    }
}
