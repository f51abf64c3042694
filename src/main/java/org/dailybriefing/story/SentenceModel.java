package org.dailybriefing.story;

/** A language model that turns a text into a vector, so that texts which mean the same point the same way. */
interface SentenceModel {

    /** @return of the model's own length, the same for all texts */
    float[] vector(String text);
}
