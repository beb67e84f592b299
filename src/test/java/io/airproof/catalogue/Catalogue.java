package io.airproof.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The requirements of a system, by id, in the order of the catalogue. */
public final class Catalogue {
    private static final String DUBBING = "/catalogue/dubbing.tsv";
    private static final String HEAD = "id\tpriority\trequirement\tproven by\tsource";
    private static final int COLUMNS = 5;
    private static final Set<String> PRIORITIES = Set.of("P1", "P2", "P3");

    private final Map<String, Requirement> rows;

    private Catalogue(Map<String, Requirement> rows) {
        this.rows = Collections.unmodifiableMap(rows);
    }

    /** The catalogue of the dubbing system. */
    public static Catalogue dubbing() {
        try (InputStream in = Catalogue.class.getResourceAsStream(DUBBING)) {
            if (in == null) {
                throw new IllegalStateException("The catalogue " + DUBBING + " is not on the class path.");
            }
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the catalogue " + DUBBING, e);
        }
    }

    /**
     * Reads tab-separated lines, the head first.
     *
     * @throws IllegalArgumentException naming the line that is wrong
     */
    static Catalogue parse(List<String> lines) {
        if (lines.isEmpty() || !lines.get(0).equals(HEAD)) {
            throw new IllegalArgumentException("A catalogue begins with the line: " + HEAD.replace("\t", " <tab> "));
        }
        Map<String, Requirement> rows = new LinkedHashMap<>();
        for (int i = 1; i < lines.size(); i++) {
            String[] cells = lines.get(i).split("\t", -1);
            if (cells.length != COLUMNS) {
                throw new IllegalArgumentException(
                        "Line " + (i + 1) + " of the catalogue has " + cells.length + " columns, not " + COLUMNS + ".");
            }
            if (!PRIORITIES.contains(cells[1])) {
                throw new IllegalArgumentException(
                        "Line " + (i + 1) + " of the catalogue: \"" + cells[1] + "\" is no priority.");
            }
            Requirement row = new Requirement(cells[0], cells[1], cells[2], cells[3], cells[4]);
            if (rows.put(row.id(), row) != null) {
                throw new IllegalArgumentException(
                        "Line " + (i + 1) + " of the catalogue: " + row.id() + " is given a second time.");
            }
        }
        return new Catalogue(rows);
    }

    /** All requirements. */
    public Collection<Requirement> all() {
        return rows.values();
    }

    /** The requirement with this id, if there is one. */
    public Optional<Requirement> find(String id) {
        return Optional.ofNullable(rows.get(id));
    }
}
