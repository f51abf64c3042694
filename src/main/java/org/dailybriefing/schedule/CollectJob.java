package org.dailybriefing.schedule;

import org.dailybriefing.ops.Agenda;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;

/** Each minute: ask the feeds that are due, which are few. */
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
