package io.airproof.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Facts about a run that only the run itself knows: versions of the tools, the stack, where the time went. Whoever
 * learns one registers it; the results plugin writes them all. Cucumber makes plugins and glue apart from each other,
 * so both meet at {@link #ofThisRun()}.
 */
public final class RunFacts {
    private static final RunFacts THIS_RUN = new RunFacts();

    private final Map<String, Object> facts = new LinkedHashMap<>();

    /** Facts of the run of this JVM. */
    public static RunFacts ofThisRun() {
        return THIS_RUN;
    }

    /** Registers a text or number; a later value of the same name replaces the earlier one. */
    public synchronized void put(String name, Object value) {
        facts.put(name, value);
    }

    /**
     * Registers a text or number within a group, such as {@code versions / ffmpeg / 7.1.1} or {@code time_s /
     * provisioning / 0.4}.
     *
     * @throws IllegalArgumentException when the group is the name of a single fact
     */
    public synchronized void put(String group, String name, Object value) {
        Object members = facts.computeIfAbsent(group, any -> new LinkedHashMap<String, Object>());
        if (!(members instanceof Map<?, ?> map)) {
            throw new IllegalArgumentException("The fact \"" + group + "\" is a single value, not a group.");
        }
        Map<String, Object> copy = new LinkedHashMap<>();
        map.forEach((key, member) -> copy.put(String.valueOf(key), member));
        copy.put(name, value);
        facts.put(group, copy);
    }

    /**
     * Adds an entry to a list, such as a phase of the run.
     *
     * @throws IllegalArgumentException when the name is that of a single fact or a group
     */
    public synchronized void add(String list, Object entry) {
        Object entries = facts.computeIfAbsent(list, any -> List.of());
        if (!(entries instanceof List<?> known)) {
            throw new IllegalArgumentException("The fact \"" + list + "\" is no list.");
        }
        List<Object> copy = new ArrayList<>(known);
        copy.add(entry);
        facts.put(list, List.copyOf(copy));
    }

    /** All facts so far, in the order of their first registration. */
    public synchronized Map<String, Object> all() {
        return Collections.unmodifiableMap(new LinkedHashMap<>(facts));
    }
}
