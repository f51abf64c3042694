package org.dailybriefing.feed;

import static org.dailybriefing.base.Timestamps.instant;
import static org.dailybriefing.base.Timestamps.text;
import static org.dailybriefing.base.Timestamps.textOrNull;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dailybriefing.feed.fetch.Exchange;
import org.dailybriefing.feed.parse.UpdateHints;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** Table {@code feed}: one row an address, shared by all editions that read it. */
@Repository
public class FeedStore {

    /** What every answer leaves behind; the claim on the feed ends with it. */
    private static final String ASKED = """
            update feed set claimed = null, last_checked = :now, next_check = :nextCheck, requests = requests + 1,
                   last_status = :status, last_bytes = :bytes, last_millis = :millis""";

    private static final String WELL = """
            , etag = :etag, last_modified = :lastModified, last_success = :now,
            problem = null, failures = 0, failing_since = null""";

    private static final String FAILED = """
            , problem = :problem, failures = failures + 1, failing_since = coalesce(failing_since, :now)""";

    private static final String THIS_FEED = " where id = :id";

    private final JdbcClient db;

    FeedStore(JdbcClient db) {
        this.db = db;
    }

    /**
     * An answer to be written down.
     *
     * @param id of the feed
     * @param nextCheck when it will be due
     */
    record Asked(long id, Instant at, Exchange exchange, Instant nextCheck) {}

    /** What a server gave to recognise a document by. */
    record Validators(@Nullable String etag, @Nullable String lastModified) {}

    /**
     * A document that could be read.
     *
     * @param hash SHA-256 of its bytes
     * @param lastNew null if nothing in it was new
     */
    record Document(
            String hash,
            int items,
            Rhythm rhythm,
            @Nullable URI hub,
            @Nullable Instant lastNew) {}

    /** By their addresses; those that were never asked for are left out. */
    public Map<String, FeedState> find(Collection<String> urls) {
        return db
                .sql("select * from feed where url in (:urls)")
                .param("urls", urls)
                .query(FeedRow::state)
                .list()
                .stream()
                .collect(Collectors.toMap(FeedState::url, Function.identity()));
    }

    /** By their addresses, rows made where there are none. */
    Map<String, FeedState> open(Collection<String> urls) {
        Map<String, FeedState> found = find(urls);
        List<String> incomplete = urls.stream()
                .filter(url -> !found.containsKey(url) || found.get(url).host() == null)
                .toList();
        incomplete.forEach(url -> {
            readdress(url, urls);
            make(url);
        });
        return incomplete.isEmpty() ? found : find(urls);
    }

    /** A feed that has moved is the same feed when its source is given the new address. */
    private void readdress(String url, Collection<String> inUse) {
        db.sql("""
                update feed set url = :url, location = null
                where id = (select min(id) from feed where location = :url and url not in (:inUse))
                and not exists (select 1 from feed known where known.url = :url)""").param("url", url).param("inUse", inUse).update();
    }

    private void make(String url) {
        db.sql("insert into feed (url, host) values (:url, :host) on conflict (url) do update set host = excluded.host")
                .param("url", url)
                .param("host", FeedAddress.host(URI.create(url)))
                .update();
    }

    /** The feed's row, made if there is none. */
    FeedState of(String url) {
        return Objects.requireNonNull(open(List.of(url)).get(url));
    }

    /** When the latest 100 items of each feed were published, newest first. */
    public Map<Long, List<Instant>> published(Collection<Long> ids) {
        var dates = new HashMap<Long, List<Instant>>();
        if (ids.isEmpty()) {
            return dates;
        }
        db.sql("""
                select feed_id, published from (
                    select feed_id, published, row_number() over (partition by feed_id order by published desc) as place
                    from item where feed_id in (:ids)) ranked
                where place <= 100 order by published desc""").param("ids", ids).query(row -> {
            dates.computeIfAbsent(row.getLong("feed_id"), id -> new ArrayList<>())
                    .add(instant(row.getString("published")));
        });
        return dates;
    }

    /**
     * Takes a feed as it was seen for one who asks it; false if somebody else has it or has asked it since, or its server
     * has come to want a pause.
     */
    boolean claim(FeedState seen, Instant now, Instant until) {
        Instant lastChecked = seen.lastCheck() == null ? null : seen.lastCheck().at();
        return db.sql("""
                update feed set claimed = :until
                where id = :id and (claimed is null or claimed <= :now) and (not_before is null or not_before <= :now)
                and coalesce(last_checked, '') = :lastChecked and gone is null""")
                        .param("until", text(until))
                        .param("id", seen.id())
                        .param("now", text(now))
                        .param("lastChecked", lastChecked == null ? "" : text(lastChecked))
                        .update()
                == 1;
    }

    private StatementSpec asked(String changes, Asked asked) {
        return db.sql(ASKED + changes + THIS_FEED)
                .param("id", asked.id())
                .param("now", text(asked.at()))
                .param("nextCheck", text(asked.nextCheck()))
                .param("status", asked.exchange().status())
                .param("bytes", asked.exchange().bytes())
                .param("millis", asked.exchange().took().toMillis());
    }

    private StatementSpec well(String changes, Asked asked, Validators validators) {
        return asked(WELL + changes, asked)
                .param("etag", validators.etag())
                .param("lastModified", validators.lastModified());
    }

    void notModified(Asked asked, Validators validators) {
        well(", not_modified = not_modified + 1", asked, validators).update();
    }

    void sameBytes(Asked asked, Validators validators) {
        well("", asked, validators).update();
    }

    void read(Asked asked, Validators validators, Document document) {
        UpdateHints hints = document.rhythm().hints();
        String changes = """
                , body_hash = :hash, items = :items, hub = :hub, last_new = coalesce(:lastNew, last_new),
                span_seconds = :span, hint_seconds = :hint, skip_hours = :hours, skip_days = :days""";
        well(changes, asked, validators)
                .param("hash", document.hash())
                .param("items", document.items())
                .param("hub", FeedRow.textOrNull(document.hub()))
                .param("lastNew", textOrNull(document.lastNew()))
                .param("span", FeedRow.secondsOrNull(document.rhythm().span()))
                .param("hint", FeedRow.secondsOrNull(hints.interval()))
                .param("hours", FeedRow.words(hints.skipHours()))
                .param("days", FeedRow.words(hints.skipDays()))
                .update();
    }

    /** Keeps the validators: they belong to the last document that could be read. */
    void failed(Asked asked, String problem) {
        asked(FAILED, asked).param("problem", problem).update();
    }

    /** It is not asked any more. */
    void gone(Asked asked, String problem) {
        asked(FAILED + ", gone = :now", asked).param("problem", problem).update();
    }

    /** Another feed stands where it leads. */
    void sameFeed(Asked asked, String problem) {
        asked(", problem = :problem, failures = 0, failing_since = null", asked)
                .param("problem", problem)
                .update();
    }

    void relocated(long id, Relocation relocation, String host) {
        db.sql("""
                update feed set location = :location, moved_to = :movedTo, moved_since = :since, host = :host
                where id = :id""")
                .param("location", FeedRow.textOrNull(relocation.location()))
                .param("movedTo", FeedRow.textOrNull(relocation.movedTo()))
                .param("since", textOrNull(relocation.since()))
                .param("host", host)
                .param("id", id)
                .update();
    }

    /** No feed of the host is asked before then. */
    void pause(String host, Instant until) {
        db.sql("update feed set not_before = :until where host = :host and coalesce(not_before, '') < :until")
                .param("until", text(until))
                .param("host", host)
                .update();
    }

    /** The feed is not asked before then. */
    void postpone(long id, Instant until) {
        db.sql("update feed set not_before = :until where id = :id and coalesce(not_before, '') < :until")
                .param("until", text(until))
                .param("id", id)
                .update();
    }
}
