package org.dailybriefing.feed.parse;

import org.jspecify.annotations.Nullable;

/** What a reader tells of a document, element by element. */
interface XmlEvents {

    /** The attributes of the element that starts; valid only during that call. */
    interface Attributes {
        /** @param name of an attribute without a prefix */
        @Nullable
        String get(String name);

        /** @param name of an attribute with the prefix {@code xml} or {@code rdf} */
        @Nullable
        String get(String prefix, String name);
    }

    /**
     * @param namespace its URI; an empty one if it has none
     * @param name without its prefix
     */
    void start(String namespace, String name, Attributes attributes);

    void text(char[] buffer, int start, int length);

    void end();

    /** Whether the rest of the document makes no difference any more. */
    boolean done();
}
