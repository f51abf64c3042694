package org.dailybriefing.feed.parse;

import com.ctc.wstx.api.WstxInputProperties;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import okhttp3.HttpUrl;
import org.dailybriefing.base.Refusal;
import org.dailybriefing.feed.text.PlainText;
import org.jspecify.annotations.Nullable;

/**
 * Reads the list of feeds that a feed reader exports (OPML 1.0 and 2.0). Folders make no difference, nor does the case in
 * which {@code xmlUrl} is written. The file may come from anywhere: it gets no DTD and no entities.
 */
public final class OpmlReader {

    private static final int LONGEST_NAME = 120;
    private static final int DEEPEST = 100;
    /** In bytes; what is cut off makes the XML broken. */
    private static final int LONGEST_FILE = 20_000_000;

    private static final XMLInputFactory XML = factory();

    /**
     * @param feeds in the order of the file, one as often as it is listed
     * @param skipped what stands as {@code xmlUrl} and is no http or https address, as plain text
     */
    public record Opml(List<Feed> feeds, List<String> skipped) {}

    /** @param name never empty: its title, else its text, else the host of its site, else its own */
    public record Feed(String name, URI url) {}

    private OpmlReader() {}

    private static XMLInputFactory factory() {
        // Woodstox: no other one knows the last property
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
        factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, DEEPEST);
        return factory;
    }

    /** @throws Refusal if there is no such file, it is no OPML, or it names no feed */
    public static Opml read(Path file) {
        var opml = new Opml(new ArrayList<>(), new ArrayList<>());
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(LONGEST_FILE);
            read(file, XML.createXMLStreamReader(new ByteArrayInputStream(bytes)), opml);
        } catch (NoSuchFileException e) {
            throw new Refusal("There is no file " + file + ".", e);
        } catch (IOException e) {
            throw new Refusal("The file " + file + " cannot be read (" + e.getMessage() + ").", e);
        } catch (XMLStreamException e) {
            throw new Refusal(file + place(e) + ": broken XML, " + firstLine(e) + "; export the list again.", e);
        }
        if (opml.feeds().isEmpty()) {
            throw new Refusal(
                    file + " names no feed: none of its outlines has an xmlUrl that begins with http:// or https://.");
        }
        return opml;
    }

    private static void read(Path file, XMLStreamReader xml, Opml opml) throws XMLStreamException {
        boolean root = true;
        while (xml.hasNext()) {
            if (xml.next() != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            String name = xml.getLocalName();
            if (root && !name.equalsIgnoreCase("opml")) {
                throw new Refusal(file + " is no OPML: it begins with <" + PlainText.of(name, 40)
                        + ">; a feed reader exports its list as OPML.");
            }
            root = false;
            String url = name.equalsIgnoreCase("outline") ? attribute(xml, "xmlUrl") : null;
            if (url != null && !url.isBlank()) {
                add(opml, url.strip(), xml);
            }
        }
    }

    private static void add(Opml opml, String given, XMLStreamReader xml) {
        HttpUrl url = HttpUrl.parse(given);
        if (url == null) {
            opml.skipped().add(PlainText.of(given, LONGEST_NAME));
            return;
        }
        HttpUrl site = HttpUrl.parse(Objects.requireNonNullElse(attribute(xml, "htmlUrl"), ""));
        String name = Stream.of("title", "text")
                .map(key -> attribute(xml, key))
                .flatMap(Stream::ofNullable)
                .map(text -> PlainText.of(text, LONGEST_NAME))
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse(site == null ? url.host() : site.host());
        opml.feeds().add(new Feed(name, url.uri()));
    }

    private static @Nullable String attribute(XMLStreamReader xml, String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equalsIgnoreCase(name)) {
                return xml.getAttributeValue(i);
            }
        }
        return null;
    }

    private static String place(XMLStreamException e) {
        var location = e.getLocation();
        return location == null ? "" : " " + location.getLineNumber() + ":" + location.getColumnNumber();
    }

    private static String firstLine(XMLStreamException e) {
        String message = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
        return PlainText.of(message.replaceAll("<", "&lt;"), 150).replaceAll("[.;\\s]+$", "");
    }
}
