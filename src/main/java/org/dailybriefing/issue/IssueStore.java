package org.dailybriefing.issue;

import static org.dailybriefing.base.Timestamps.instant;
import static org.dailybriefing.base.Timestamps.text;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.dailybriefing.base.Refusal;
import org.dailybriefing.edition.Sender;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Tables {@code issue} and {@code issue_log}: statuses move only along the transition table, and each move is logged. */
@Repository
public class IssueStore {

    private static final String COLUMNS =
            "id, edition, date, number, status, revision, stories, compiled, own_subject, own_preheader, note";

    private final JdbcClient db;
    private final TransactionTemplate transaction;
    private final InstantSource clock;
    private final JsonMapper json;

    IssueStore(JdbcClient db, TransactionTemplate transaction, InstantSource clock, JsonMapper json) {
        this.json = json;
        this.db = db;
        this.transaction = transaction;
        this.clock = clock;
    }

    public Optional<Issue> find(String edition, LocalDate date) {
        return db.sql("select " + COLUMNS + " from issue where edition = :edition and date = :date")
                .param("edition", edition)
                .param("date", date.toString())
                .query(IssueStore::issue)
                .optional();
    }

    public Optional<Issue> find(long id) {
        return db.sql("select " + COLUMNS + " from issue where id = :id")
                .param("id", id)
                .query(IssueStore::issue)
                .optional();
    }

    public Issue get(long id) {
        return find(id).orElseThrow(() -> new Refusal("There is no issue with the id " + id + "."));
    }

    /** The newest issue of an edition, whatever its status. */
    public Optional<Issue> latest(String edition) {
        return db.sql("select " + COLUMNS + " from issue where edition = :edition order by date desc limit 1")
                .param("edition", edition)
                .query(IssueStore::issue)
                .optional();
    }

    public List<Issue> withStatus(IssueStatus status) {
        return db.sql("select " + COLUMNS + " from issue where status = :status order by date, id")
                .param("status", status.label())
                .query(IssueStore::issue)
                .list();
    }

    /** A line of the archive. */
    public record Archived(LocalDate date, int number, String subject, String preheader) {}

    /** What readers may see, newest first, of the last year and a bit. */
    public List<Archived> archive(String edition) {
        return db.sql("""
                select date, number, subject, preheader from issue
                where edition = :edition and status in ('sending', 'stopped', 'sent') order by date desc limit 400""")
                .param("edition", edition)
                .query((row, number) -> new Archived(
                        LocalDate.parse(row.getString("date")),
                        row.getInt("number"),
                        row.getString("subject"),
                        row.getString("preheader")))
                .list();
    }

    /** What was approved; nothing before that. */
    public Optional<RenderedIssue> rendered(long id) {
        return db.sql(
                        "select subject, preheader, html, body_text, sender, language, zone from issue where id = :id and html is not null")
                .param("id", id)
                .query((row, number) -> new RenderedIssue(
                        row.getString("subject"),
                        row.getString("preheader"),
                        row.getString("html"),
                        row.getString("body_text"),
                        json.readValue(row.getString("sender"), Sender.class),
                        Locale.forLanguageTag(row.getString("language")),
                        ZoneId.of(row.getString("zone"))))
                .optional();
    }

    /**
     * Freezes the text and approves, in one step.
     *
     * @throws Refusal if the issue has moved on, or was compiled anew since the text was made
     */
    public void approve(Issue issue, RenderedIssue rendered, String who) {
        transaction.executeWithoutResult(status -> {
            move(issue, IssueStatus.APPROVED, who, "approved");
            int frozen = db.sql("""
                    update issue set subject = :subject, preheader = :preheader, html = :html, body_text = :text,
                           sender = :sender, language = :language, zone = :zone
                    where id = :id and compiled = :compiled and revision = :revision""")
                    .param("revision", issue.revision())
                    .param("sender", json.writeValueAsString(rendered.sender()))
                    .param("language", rendered.language().toLanguageTag())
                    .param("zone", rendered.zone().getId())
                    .param("subject", rendered.subject())
                    .param("preheader", rendered.preheader())
                    .param("html", rendered.html())
                    .param("text", rendered.text())
                    .param("id", issue.id())
                    .param("compiled", text(issue.compiled()))
                    .update();
            if (frozen == 0) {
                throw new Refusal("The issue " + issue.label()
                        + " was compiled anew in the meantime; look at it again before you approve it.");
            }
        });
    }

    /** Takes the approval back, and with it what was frozen. */
    public void reopen(Issue issue, String who) {
        transaction.executeWithoutResult(status -> {
            if (issue.status().isOpen()) {
                throw new Refusal("The issue " + issue.label() + " is "
                        + issue.status().label() + ": its text can change as it is.");
            }
            move(issue, IssueStatus.DRAFT, who, "reopened");
            db.sql("""
                    update issue set subject = null, preheader = null, html = null, body_text = null, sender = null,
                           language = null, zone = null, revision = revision + 1
                    where id = :id""").param("id", issue.id()).update();
        });
    }

    /**
     * Keeps what an editor wrote.
     *
     * @throws Refusal if the issue can no longer change, or somebody else has changed it since it was read
     */
    public void write(Issue issue, OwnWords words, String who) {
        transaction.executeWithoutResult(status -> {
            int written = db.sql("""
                    update issue set own_subject = :subject, own_preheader = :preheader, note = :note,
                           revision = revision + 1
                    where id = :id and revision = :revision and status in ('thin', 'draft', 'held')""")
                    .param("subject", words.subject())
                    .param("preheader", words.preheader())
                    .param("note", words.note())
                    .param("id", issue.id())
                    .param("revision", issue.revision())
                    .update();
            if (written == 0) {
                IssueStatus now = get(issue.id()).status();
                throw new Refusal("The issue " + issue.label()
                        + (now.isOpen()
                                ? " was changed in the meantime; look at it again before you write."
                                : " is " + now.label() + ", so its text is frozen"
                                        + (now == IssueStatus.APPROVED ? "; reopen it before you write." : ".")));
            }
            log(issue.id(), who, "written");
        });
    }

    /**
     * One step along the transition table, logged. Part of the caller's transaction where there is one.
     *
     * @throws Refusal if the issue has moved on in the meantime, or there is no such step
     */
    public void move(Issue issue, IssueStatus next, String who, String what) {
        if (!moves(issue, next, who, what)) {
            IssueStatus now = get(issue.id()).status();
            throw new Refusal("The issue " + issue.label() + " is " + now.label()
                    + (now == next ? " already." : " and cannot become " + next.label() + "."));
        }
    }

    /** @return whether this call made the step; false if there is no such step, or somebody else was first */
    public boolean moves(Issue issue, IssueStatus next, String who, String what) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            boolean moved = issue.status().canBecome(next)
                    && db.sql("update issue set status = :next where id = :id and status = :status")
                                    .param("next", next.label())
                                    .param("id", issue.id())
                                    .param("status", issue.status().label())
                                    .update()
                            == 1;
            if (moved) {
                log(issue.id(), who, what);
            }
            return moved;
        }));
    }

    private void log(long issue, String who, String what) {
        db.sql("insert into issue_log (issue_id, at, who, what) values (:issue, :at, :who, :what)")
                .param("issue", issue)
                .param("at", text(clock.instant()))
                .param("who", who)
                .param("what", what)
                .update();
    }

    private static Issue issue(ResultSet row, int rowNumber) throws SQLException {
        int number = row.getInt("number");
        boolean thin = row.wasNull();
        return new Issue(
                row.getLong("id"),
                row.getString("edition"),
                LocalDate.parse(row.getString("date")),
                thin ? null : number,
                IssueStatus.valueOf(row.getString("status").toUpperCase(Locale.ROOT)),
                row.getInt("revision"),
                row.getInt("stories"),
                instant(Objects.requireNonNull(row.getString("compiled"))),
                new OwnWords(row.getString("own_subject"), row.getString("own_preheader"), row.getString("note")));
    }
}
