package io.airproof.report.site;

/**
 * The report in one language. The first edition stands in the folder of the report, the other in a folder of its own
 * within it; both have the same pages, so that each page can name its twin.
 *
 * @param language {@code en} or {@code es}
 * @param folder where its pages are, from the root of the report, with a slash at its end; empty for the first edition
 */
record Edition(String language, String folder) {

    /** The one that opens first. */
    static Edition first(String language) {
        return new Edition(language, "");
    }

    /** The one in the other language. */
    Edition twin() {
        String other = Texts.LANGUAGES.stream()
                .filter(one -> !one.equals(language))
                .findFirst()
                .orElseThrow();
        return folder.isEmpty() ? new Edition(other, other + "/") : first(other);
    }

    /** From a page of this edition to its root. */
    static String root(String page) {
        return "../".repeat((int) page.chars().filter(one -> one == '/').count());
    }

    /** From a page of this edition to the root of the report, where evidence and assets are. */
    String top(String page) {
        return root(page) + root(folder);
    }

    /** From a page of this edition to the same page in the other language. */
    String twinOf(String page) {
        return top(page) + twin().folder() + page;
    }
}
