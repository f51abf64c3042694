package org.dailybriefing.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.dailybriefing.demo.Outlets.Outlet;
import org.dailybriefing.feed.Look;
import org.dailybriefing.feed.PictureStore;
import org.dailybriefing.feed.fetch.PictureSize;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * The pictures of the sample outlets. They stand at addresses that do not exist, and the demo has no network: what a look at them
 * would find is read from the program's own files.
 */
@Component
@Profile("demo")
final class SamplePictures {

    private final SampleFeeds feeds;
    private final PictureStore pictures;

    SamplePictures(SampleFeeds feeds, PictureStore pictures) {
        this.feeds = feeds;
        this.pictures = pictures;
    }

    /** Has them looked at, so that no compile asks for them. */
    void keep() {
        pictures.keep(feeds.outlets().stream()
                .flatMap(outlet -> looks(outlet).stream())
                .toList());
    }

    private static List<Look> looks(Outlet outlet) {
        return outlet.items().stream()
                .flatMap(story -> Stream.ofNullable(story.picture()))
                .map(picture -> Look.of(outlet.url(picture.path()), size(picture.path())))
                .toList();
    }

    private static PictureSize size(String path) {
        try (InputStream in = Objects.requireNonNull(SamplePictures.class.getResourceAsStream("/demo" + path))) {
            return PictureSize.read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
