package io.airproof.catalogue;

/**
 * One row of the catalogue.
 *
 * @param id stable id, such as {@code DUB-007}
 * @param priority {@code P1}, {@code P2} or {@code P3}
 * @param text what must hold
 * @param provenBy how it is proven; the first word names the deciding proof
 * @param source document that asks for it
 */
public record Requirement(String id, String priority, String text, String provenBy, String source) {

    /** The tag of a scenario that proves it. */
    public String tag() {
        return "@" + id;
    }

    /** The tag of its priority. */
    public String priorityTag() {
        return "@" + priority.toLowerCase(java.util.Locale.ROOT);
    }
}
