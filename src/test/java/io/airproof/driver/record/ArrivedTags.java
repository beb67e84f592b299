package io.airproof.driver.record;

import java.util.ArrayList;
import java.util.List;

/** Packets in the order of arrival; added by one thread, looked at by others. */
final class ArrivedTags {

    private final List<ArrivedTag> tags = new ArrayList<>();

    synchronized void add(ArrivedTag tag) {
        tags.add(tag);
    }

    synchronized int count() {
        return tags.size();
    }

    synchronized List<ArrivedTag> copy() {
        return List.copyOf(tags);
    }
}
