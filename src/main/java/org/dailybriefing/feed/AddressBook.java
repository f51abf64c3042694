package org.dailybriefing.feed;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dailybriefing.edition.Source;

/** Which of some sources stands at which address: several may have come to stand at one. */
public final class AddressBook {

    private final Map<String, Source> sources = new HashMap<>();
    private final Map<Source, String> addresses = new HashMap<>();

    /** @param states by url; sources that were never asked may be missing */
    public AddressBook(List<Source> sources, Map<String, FeedState> states) {
        for (Source source : sources) {
            FeedState state = states.get(source.url().toString());
            String address = FeedAddress.canonical(state == null ? source.url() : state.address());
            this.sources.putIfAbsent(address, source);
            addresses.put(source, address);
        }
        sources.forEach(source -> this.sources.putIfAbsent(FeedAddress.canonical(source.url()), source));
    }

    /** The source before this one that stands at the same address and is asked for both. */
    public Optional<Source> twin(Source source) {
        return Optional.ofNullable(addresses.get(source)).flatMap(address -> other(source, address));
    }

    /** The source that stands at an address, if it is not this one. */
    Optional<Source> other(Source source, URI address) {
        return other(source, FeedAddress.canonical(address));
    }

    private Optional<Source> other(Source source, String address) {
        return Optional.ofNullable(sources.get(address)).filter(found -> !found.equals(source));
    }
}
