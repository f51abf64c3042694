package org.dailybriefing.schedule;

import org.dailybriefing.ops.Agenda;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;

/** At the times of the timetable, and each minute for what they missed: do what is due of an edition. */
@DisallowConcurrentExecution
final class AttendJob implements Job {

    private final Agenda agenda;

    AttendJob(Agenda agenda) {
        this.agenda = agenda;
    }

    @Override
    public void execute(JobExecutionContext context) {
        Bell.ring(context, agenda::attend);
    }
}
