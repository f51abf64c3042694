package org.dailybriefing.issue;

import static org.dailybriefing.base.Timestamps.instant;
import static org.dailybriefing.base.Timestamps.text;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.dailybriefing.story.Comparison;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code issue} as a compile needs it: the row of a date, and what it was made of. */
@Repository
class CompileStore {

    private final JdbcClient db;
    private final IssueStore issues;

    CompileStore(JdbcClient db, IssueStore issues) {
        this.db = db;
        this.issues = issues;
    }

    /**
     * The row of a date, made if there is none, and locked until the end of the transaction: two compiles of one date
     * follow one another.
     */
    Issue claim(String edition, LocalDate date, Instant now) {
        db.sql("""
                insert into issue (edition, date, status, compiled) values (:edition, :date, 'thin', :now)
                on conflict (edition, date) do nothing""")
                .param("edition", edition)
                .param("date", date.toString())
                .param("now", text(now))
                .update();
        db.sql("update issue set status = status where edition = :edition and date = :date")
                .param("edition", edition)
                .param("date", date.toString())
                .update();
        return issues.find(edition, date).orElseThrow();
    }

    /**
     * What an issue was made of and by.
     *
     * @param lastCorrection the last one that the compile knew, 0 if there was none
     * @param comparison null where that was not kept
     */
    record Made(
            Window window, long lastCorrection, @Nullable Comparison comparison) {}

    /** Numbers count the issues that had enough stories. */
    void compiled(Issue issue, IssueStatus next, int stories, Made made) {
        db.sql("""
                update issue set stories = :stories, compiled = :to, window_from = :from, last_correction = :correction,
                       comparison = :comparison,
                       number = case when :status = 'thin' then number else coalesce(number,
                           (select coalesce(max(number), 0) + 1 from issue other where other.edition = issue.edition)) end
                where id = :id""")
                .param("stories", stories)
                .param("from", text(made.window().from()))
                .param("to", text(made.window().to()))
                .param("correction", made.lastCorrection())
                .param(
                        "comparison",
                        made.comparison() == null ? null : made.comparison().label())
                .param("status", next.label())
                .param("id", issue.id())
                .update();
    }

    /** Empty for an issue of a version that did not keep it. */
    Optional<Made> made(Issue issue) {
        return db.sql("""
                select window_from, compiled, last_correction, comparison from issue
                where id = :id and window_from is not null""")
                .param("id", issue.id())
                .query((row, number) -> new Made(
                        new Window(instant(row.getString("window_from")), instant(row.getString("compiled"))),
                        row.getLong("last_correction"),
                        row.getString("comparison") == null ? null : Comparison.of(row.getString("comparison"))))
                .optional();
    }

    /** Whether there is an issue of the edition with a later date. */
    boolean hasLater(Issue issue) {
        return db.sql("select count(*) from issue where edition = :edition and date > :date")
                        .param("edition", issue.edition())
                        .param("date", issue.date().toString())
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** A person has changed it. */
    void touch(Issue issue) {
        db.sql("update issue set revision = revision + 1 where id = :id")
                .param("id", issue.id())
                .update();
    }

    /** When the last issue before {@code date} that went out was compiled. */
    Optional<Instant> compiledBefore(String edition, LocalDate date) {
        return db.sql("""
                select compiled from issue
                where edition = :edition and date < :date and status in ('approved', 'sending', 'stopped', 'sent')
                order by date desc limit 1""")
                .param("edition", edition)
                .param("date", date.toString())
                .query((row, number) -> instant(row.getString("compiled")))
                .optional();
    }

    /** The dates of the oldest and the newest issue. */
    record Span(LocalDate first, LocalDate last) {}

    Optional<Span> dates(String edition) {
        return db.sql("select min(date) as first, max(date) as last from issue where edition = :edition"
                        + " having count(*) > 0")
                .param("edition", edition)
                .query((row, number) ->
                        new Span(LocalDate.parse(row.getString("first")), LocalDate.parse(row.getString("last"))))
                .optional();
    }
}
