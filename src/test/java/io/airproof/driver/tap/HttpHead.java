package io.airproof.driver.tap;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The head of an HTTP/1.1 request or answer: first line and headers, in their order.
 *
 * @param firstLine request line or status line
 * @param fields the headers
 */
record HttpHead(String firstLine, List<Field> fields) {

    /** One header line. */
    record Field(String name, String value) {}

    /** Longest head in bytes; servers refuse more than 8–64 KiB. */
    static final int MAX_BYTES = 65_536;

    /** Status of an answer whose first line cannot be read. */
    static final int BAD_GATEWAY = 502;

    private static final String LINE_END = "\r\n";

    HttpHead {
        fields = List.copyOf(fields);
    }

    /**
     * Reads up to the empty line and not a byte further.
     *
     * @return empty if the stream ended before the first byte
     * @throws IOException if it ends within the head, the head is too long, or a line is no header
     */
    static Optional<HttpHead> read(InputStream in) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int newest = in.read();
        if (newest < 0) {
            return Optional.empty();
        }
        int lineLength = 0;
        while (newest != '\n' || lineLength > 0 || bytes.size() == 0) {
            if (newest < 0) {
                throw new IOException("the connection ended within the HTTP head");
            }
            if (bytes.size() >= MAX_BYTES) {
                throw new IOException("an HTTP head is longer than " + MAX_BYTES + " bytes");
            }
            bytes.write(newest);
            lineLength = newest == '\n' ? 0 : newest == '\r' ? lineLength : lineLength + 1;
            newest = in.read();
        }
        return Optional.of(parse(bytes.toString(StandardCharsets.ISO_8859_1)));
    }

    private static HttpHead parse(String text) throws IOException {
        List<String> lines = text.lines().filter(line -> !line.isEmpty()).toList();
        if (lines.isEmpty()) {
            throw new IOException("an HTTP head has no first line");
        }
        List<Field> fields = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            int colon = line.indexOf(':');
            if (colon <= 0) {
                throw new IOException("this is no HTTP header: \"" + PacketFormatException.excerpt(line) + "\"");
            }
            fields.add(new Field(
                    line.substring(0, colon), line.substring(colon + 1).strip()));
        }
        return new HttpHead(lines.get(0), fields);
    }

    /** An answer made by the tap. */
    static byte[] answer(int status, String phrase, String text) {
        byte[] body = (text + "\n").getBytes(StandardCharsets.UTF_8);
        HttpHead head = new HttpHead(
                "HTTP/1.1 " + status + " " + phrase,
                List.of(
                        new Field("Content-Type", "text/plain; charset=utf-8"),
                        new Field("Content-Length", Integer.toString(body.length)),
                        new Field("Connection", "close")));
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(head.encode());
        all.writeBytes(body);
        return all.toByteArray();
    }

    Optional<String> first(String name) {
        return fields.stream()
                .filter(field -> field.name().equalsIgnoreCase(name))
                .map(Field::value)
                .findFirst();
    }

    HttpHead without(String name) {
        return new HttpHead(
                firstLine,
                fields.stream()
                        .filter(field -> !field.name().equalsIgnoreCase(name))
                        .toList());
    }

    HttpHead with(String name, String value) {
        List<Field> more = new ArrayList<>(without(name).fields);
        more.add(new Field(name, value));
        return new HttpHead(firstLine, more);
    }

    /** The request asks for a WebSocket. */
    boolean isUpgrade() {
        return first("Upgrade").filter("websocket"::equalsIgnoreCase).isPresent();
    }

    /** The target of a request; empty text if there is none. */
    String target() {
        String[] parts = firstLine.split(" ", -1);
        return parts.length > 1 ? parts[1] : "";
    }

    /** The status of an answer. */
    int status() {
        String[] parts = firstLine.split(" ", -1);
        try {
            return parts.length > 1 ? Integer.parseInt(parts[1]) : BAD_GATEWAY;
        } catch (NumberFormatException e) {
            return BAD_GATEWAY;
        }
    }

    Map<String, List<String>> byName() {
        Map<String, List<String>> all = new LinkedHashMap<>();
        for (Field field : fields) {
            all.computeIfAbsent(field.name().toLowerCase(Locale.ROOT), name -> new ArrayList<>())
                    .add(field.value());
        }
        all.replaceAll((name, values) -> List.copyOf(values));
        return all;
    }

    byte[] encode() {
        StringBuilder text = new StringBuilder(firstLine).append(LINE_END);
        fields.forEach(field ->
                text.append(field.name()).append(": ").append(field.value()).append(LINE_END));
        return text.append(LINE_END).toString().getBytes(StandardCharsets.ISO_8859_1);
    }
}
