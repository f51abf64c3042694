package org.dailybriefing.schedule;

import org.dailybriefing.ops.Agenda;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;

/** Every 20 seconds: go on with what is on its way. */
@DisallowConcurrentExecution
final class DeliverJob implements Job {

    private final Agenda agenda;

    DeliverJob(Agenda agenda) {
        this.agenda = agenda;
    }

    @Override
    public void execute(JobExecutionContext context) {
        agenda.deliver();
    }
}
