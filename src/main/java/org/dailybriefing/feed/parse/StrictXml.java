package org.dailybriefing.feed.parse;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.exc.WstxLazyException;
import com.ctc.wstx.stax.WstxInputFactory;
import java.io.StringReader;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Reads well-formed XML in a stream, without DTD and within limits: nothing outside of the document is ever looked at. */
final class StrictXml {

    private static final WstxInputFactory FACTORY = factory();

    private StrictXml() {}

    private static WstxInputFactory factory() {
        var factory = new WstxInputFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        // the filter has its own, lower limit
        factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, 2_000);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTES_PER_ELEMENT, 200);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTE_SIZE, 200_000);
        return factory;
    }

    /** Tells everything up to where {@code events} has enough. */
    static void read(String document, XmlEvents events) throws XMLStreamException {
        XMLStreamReader reader = FACTORY.createXMLStreamReader(new StringReader(document));
        try {
            var attributes = new ReaderAttributes(reader);
            while (!events.done() && reader.hasNext()) {
                switch (reader.next()) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        String namespace = reader.getNamespaceURI();
                        events.start(namespace == null ? "" : namespace, reader.getLocalName(), attributes);
                    }
                    case XMLStreamConstants.END_ELEMENT -> events.end();
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                        events.text(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
                    default -> {}
                }
            }
        } catch (WstxLazyException e) {
            // text is looked at only where it is asked for
            throw e.getCause() instanceof XMLStreamException cause ? cause : new XMLStreamException(e);
        } finally {
            reader.close();
        }
    }

    private record ReaderAttributes(XMLStreamReader reader) implements XmlEvents.Attributes {

        @Override
        public @Nullable String get(String name) {
            return find("", name);
        }

        @Override
        public @Nullable String get(String prefix, String name) {
            return find(prefix, name);
        }

        /** Some dialects write their names in capitals. */
        private @Nullable String find(String prefix, String name) {
            for (int i = 0, count = reader.getAttributeCount(); i < count; i++) {
                String given = reader.getAttributePrefix(i);
                if (reader.getAttributeLocalName(i).equalsIgnoreCase(name)
                        && prefix.equals(given == null ? "" : given)) {
                    return reader.getAttributeValue(i);
                }
            }
            return null;
        }
    }
}
