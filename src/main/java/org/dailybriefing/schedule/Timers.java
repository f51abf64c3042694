package org.dailybriefing.schedule;

import static org.quartz.CronScheduleBuilder.cronSchedule;
import static org.quartz.JobBuilder.newJob;
import static org.quartz.SimpleScheduleBuilder.simpleSchedule;
import static org.quartz.TriggerBuilder.newTrigger;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TimeZone;
import java.util.stream.Collectors;
import org.dailybriefing.edition.Edition;
import org.dailybriefing.edition.Editions;
import org.dailybriefing.edition.Timetable;
import org.dailybriefing.ops.ReturnedMail;
import org.quartz.Job;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.quartz.TriggerKey;
import org.quartz.impl.matchers.GroupMatcher;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;

/**
 * Brings the stored triggers in line with the editions' timetables at start: changed ones are replaced, orphans removed,
 * the others keep their memory of what they missed.
 */
@Component
@ConditionalOnWebApplication
final class Timers implements ApplicationRunner {

    private static final String HOUSE = "house";
    private static final int COLLECT_SECONDS = 60;
    private static final int SWEEP_SECONDS = 60;
    private static final int DELIVER_SECONDS = 20;
    private static final int BOUNCES_SECONDS = 300;

    private final Editions editions;
    private final Scheduler scheduler;
    private final ReturnedMail returnedMail;

    Timers(Editions editions, Scheduler scheduler, ReturnedMail returnedMail) {
        this.editions = editions;
        this.scheduler = scheduler;
        this.returnedMail = returnedMail;
    }

    /** @param rhythm in words: a stored trigger with another rhythm is replaced */
    private record Wanted(TriggerKey key, Class<? extends Job> job, String rhythm, Trigger trigger) {}

    @Override
    public void run(ApplicationArguments arguments) throws SchedulerException {
        List<Wanted> wanted = new ArrayList<>();
        wanted.add(every(HOUSE, "deliver", DeliverJob.class, DELIVER_SECONDS));
        if (returnedMail.isExpected()) {
            wanted.add(every(HOUSE, "bounces", BounceJob.class, BOUNCES_SECONDS));
        }
        editions.all().forEach(edition -> wanted.addAll(of(edition)));
        for (Wanted one : wanted) {
            Trigger stored = scheduler.getTrigger(one.key());
            if (stored == null || !one.rhythm().equals(stored.getDescription())) {
                replace(one);
            }
        }
        removeOrphans(wanted.stream().map(Wanted::key).collect(Collectors.toSet()));
    }

    private static List<Wanted> of(Edition edition) {
        Timetable timetable = edition.timetable();
        return List.of(
                every(edition.slug(), "collect", CollectJob.class, COLLECT_SECONDS),
                every(edition.slug(), "sweep", AttendJob.class, SWEEP_SECONDS),
                daily(edition, "compile", timetable.compile()),
                daily(edition, "deadline", timetable.deadline()),
                daily(edition, "send", timetable.send()));
    }

    /** A missed round is left out. */
    private static Wanted every(String group, String name, Class<? extends Job> job, int seconds) {
        return wanted(
                group,
                name,
                job,
                "every " + seconds + " s",
                newTrigger()
                        .withSchedule(simpleSchedule()
                                .withIntervalInSeconds(seconds)
                                .repeatForever()
                                .withMisfireHandlingInstructionNextWithRemainingCount()));
    }

    /** A missed bell rings once, late. */
    private static Wanted daily(Edition edition, String name, LocalTime time) {
        Timetable timetable = edition.timetable();
        String days = timetable.weekdays().stream()
                .sorted()
                .map(DayOfWeek::name)
                .map(day -> day.substring(0, 3))
                .collect(Collectors.joining(","));
        String cron = "%d %d %d ? * %s".formatted(time.getSecond(), time.getMinute(), time.getHour(), days);
        return wanted(
                edition.slug(),
                name,
                AttendJob.class,
                cron + " " + timetable.zone(),
                newTrigger()
                        .withSchedule(cronSchedule(cron)
                                .inTimeZone(TimeZone.getTimeZone(timetable.zone()))
                                .withMisfireHandlingInstructionFireAndProceed()));
    }

    private static Wanted wanted(
            String group,
            String name,
            Class<? extends Job> job,
            String rhythm,
            TriggerBuilder<? extends Trigger> trigger) {
        var key = new TriggerKey(name, group);
        return new Wanted(
                key,
                job,
                rhythm,
                trigger.withIdentity(key).withDescription(rhythm).build());
    }

    private void replace(Wanted one) throws SchedulerException {
        var job = newJob(one.job())
                .withIdentity(one.key().getName(), one.key().getGroup())
                .usingJobData(Bell.EDITION, one.key().getGroup())
                .build();
        scheduler.scheduleJob(job, Set.of(one.trigger()), true);
    }

    private void removeOrphans(Set<TriggerKey> wanted) throws SchedulerException {
        for (TriggerKey key : new HashSet<>(scheduler.getTriggerKeys(GroupMatcher.anyTriggerGroup()))) {
            if (!wanted.contains(key)) {
                JobKey job = Objects.requireNonNull(scheduler.getTrigger(key)).getJobKey();
                scheduler.deleteJob(job);
            }
        }
    }
}
