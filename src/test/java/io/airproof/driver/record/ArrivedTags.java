package io.airproof.driver.record;

import java.util.ArrayList;
import java.util.List;

/** Packets in the order of arrival; added by one thread, looked at by others. */
final class ArrivedTags {

    private final List<ArrivedTag> tags = new ArrayList<>();

    private long bytes;

    synchronized void add(ArrivedTag tag) {
        tags.add(tag);
        bytes += tag.tag().data().length;
    }

    synchronized long bytes() {
        return bytes;
    }

    synchronized int count() {
        return tags.size();
    }

    synchronized List<ArrivedTag> copy() {
        return List.copyOf(tags);
    }
}
