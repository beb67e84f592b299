package io.airproof.report.site;

import java.util.List;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * Markdown as HTML. HTML within it is shown as text, and pictures are shown as their description: a page loads nothing
 * that the report does not hold.
 */
final class Prose {
    private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create());
    private static final Parser PARSER = Parser.builder().extensions(EXTENSIONS).build();
    private static final HtmlRenderer RENDERER = HtmlRenderer.builder()
            .extensions(EXTENSIONS)
            .escapeHtml(true)
            .sanitizeUrls(true)
            .attributeProviderFactory(context -> (node, tag, attributes) -> {
                if (tag.equals("pre")) {
                    // It may be wider than the page, and who has a keyboard alone has to reach it to see its end.
                    attributes.put("tabindex", "0");
                }
            })
            .build();
    private static final int DEEPEST_HEADING = 6;

    private Prose() {}

    /**
     * The Markdown as HTML, its headings one level deeper, since the page has a title of its own.
     *
     * @param links turns the target of a link into one that the report has; an empty one leaves the words alone
     */
    static String html(String markdown, java.util.function.UnaryOperator<String> links) {
        Node document = PARSER.parse(markdown);
        document.accept(new AbstractVisitor() {
            @Override
            public void visit(Heading heading) {
                heading.setLevel(Math.min(DEEPEST_HEADING, heading.getLevel() + 1));
                visitChildren(heading);
            }

            @Override
            public void visit(Link link) {
                visitChildren(link);
                String target = links.apply(link.getDestination());
                if (target.isEmpty()) {
                    unwrap(link);
                } else {
                    link.setDestination(target);
                }
            }

            @Override
            public void visit(Image image) {
                visitChildren(image);
                unwrap(image);
            }
        });
        return RENDERER.render(document);
    }

    /** One sentence of Markdown as HTML, without a paragraph around it. */
    static String line(String markdown) {
        return html(markdown, target -> "").strip().replaceFirst("^<p>", "").replaceFirst("</p>$", "");
    }

    /** Leaves the words of a node in its place. */
    private static void unwrap(Node node) {
        Node child = node.getFirstChild();
        while (child != null) {
            Node next = child.getNext();
            node.insertBefore(child);
            child = next;
        }
        node.unlink();
    }
}
