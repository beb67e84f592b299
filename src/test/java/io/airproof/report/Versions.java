package io.airproof.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** Versions of what the suite itself runs on. */
final class Versions {
    private static final String NO_EXTERNAL_ENTITIES = "http://apache.org/xml/features/disallow-doctype-decl";

    private Versions() {}

    /** Java, operating system and this project, read from {@code pom.xml} in the project folder. */
    static Map<String, Object> of(Path projectFolder) {
        Map<String, Object> versions = new LinkedHashMap<>();
        versions.put("airproof", airproof(projectFolder.resolve("pom.xml")));
        versions.put("java", System.getProperty("java.vm.name") + " " + System.getProperty("java.version"));
        versions.put(
                "os",
                System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
                        + System.getProperty("os.arch"));
        return versions;
    }

    private static String airproof(Path pom) {
        try (InputStream in = Files.newInputStream(pom)) {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(NO_EXTERNAL_ENTITIES, true);
            Node project = factory.newDocumentBuilder().parse(in).getDocumentElement();
            for (Node node = project.getFirstChild(); node != null; node = node.getNextSibling()) {
                if (node.getNodeName().equals("version")) {
                    return node.getTextContent().trim();
                }
            }
            return "unknown: pom.xml names no version";
        } catch (IOException | ParserConfigurationException | SAXException e) {
            return "unknown: " + e.getMessage();
        }
    }
}
