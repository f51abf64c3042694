package org.dailybriefing.ops;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.dailybriefing.edition.Edition;
import org.dailybriefing.edition.Source;
import org.dailybriefing.feed.AddressBook;
import org.dailybriefing.feed.Collector.Outcome;
import org.dailybriefing.feed.FeedState;
import org.dailybriefing.feed.FeedStore;
import org.dailybriefing.feed.Health;
import org.dailybriefing.feed.Health.Condition;
import org.dailybriefing.ops.StatusReport.FeedHealth;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How the feeds of an edition are doing, read from the store. */
@Component
public class FeedReporter {

    private final FeedStore feeds;
    private final InstantSource clock;

    FeedReporter(FeedStore feeds, InstantSource clock) {
        this.feeds = feeds;
        this.clock = clock;
    }

    /** In the order of the edition's sources. */
    public List<FeedHealth> report(Edition edition) {
        List<Source> sources = edition.sources();
        Map<String, FeedState> states = feeds.find(
                sources.stream().map(source -> source.url().toString()).toList());
        Map<Long, List<Instant>> published =
                feeds.published(states.values().stream().map(FeedState::id).toList());
        var addresses = new AddressBook(sources, states);
        return sources.stream()
                .map(source -> {
                    FeedState state = states.get(source.url().toString());
                    return row(source, state, health(source, state, published, addresses));
                })
                .toList();
    }

    private Health health(
            Source source, @Nullable FeedState state, Map<Long, List<Instant>> published, AddressBook addresses) {
        var twin = addresses.twin(source);
        if (twin.isPresent()) {
            return new Health(Condition.DUPLICATE, new Outcome.SameFeed(source, twin.get()).problem());
        }
        return state == null
                ? Health.neverAsked()
                : Health.of(state, published.getOrDefault(state.id(), List.of()), clock.instant());
    }

    private FeedHealth row(Source source, @Nullable FeedState state, Health health) {
        String label = health.condition().label();
        String url = source.url().toString();
        if (state == null) {
            return new FeedHealth(source.name(), url, label, health.problem(), null, null, null, 0, 0, 0, null);
        }
        var last = state.lastCheck();
        boolean asked = state.gone() == null && health.condition() != Condition.DUPLICATE;
        return new FeedHealth(
                source.name(),
                url,
                label,
                health.problem(),
                state.lastSuccess(),
                asked ? state.nextCheck(clock.instant()) : null,
                last,
                state.items(),
                state.requests(),
                state.notModified(),
                state.hub());
    }
}
