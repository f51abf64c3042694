package org.dailybriefing.schedule;

import org.dailybriefing.ops.Agenda;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;

/** Every ten minutes: fetch the feeds that are due. */
@DisallowConcurrentExecution
final class CollectJob implements Job {

    private final Agenda agenda;

    CollectJob(Agenda agenda) {
        this.agenda = agenda;
    }

    @Override
    public void execute(JobExecutionContext context) {
        Bell.ring(context, agenda::collect);
    }
}
