package io.airproof.driver.rtmp;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Understands what the client of one connection asks for. Used by one thread. */
final class ClientTalk {

    private static final String DATA_FRAME = "@setDataFrame";
    private static final String METADATA = "onMetaData";

    /** Place of the stream's name in play and publish: after name, transaction and an empty object. */
    private static final int NAME = 3;

    private static final int CONNECT_OBJECT = 2;

    private String application = "";
    private String path = "";

    /** What this message means, if it is one of those that are kept. */
    Optional<RtmpEvent> hear(RtmpMessage message, Instant at) {
        return switch (message.type()) {
            case RtmpMessage.COMMAND -> command(Amf.values(message.payload()), at);
            case RtmpMessage.DATA -> data(Amf.values(message.payload()), at);
            default -> Optional.empty();
        };
    }

    private Optional<RtmpEvent> command(List<Amf.Value> values, Instant at) {
        switch (text(values, 0)) {
            case "connect" -> {
                application = values.size() > CONNECT_OBJECT && values.get(CONNECT_OBJECT) instanceof Amf.Members object
                        ? shown(object.members().getOrDefault("app", new Amf.Nothing()))
                        : "";
                return Optional.empty();
            }
            case "play" -> {
                path = path(text(values, NAME));
                return Optional.of(new RtmpEvent.Play(path, at, false));
            }
            case "publish" -> {
                path = path(text(values, NAME));
                return Optional.of(new RtmpEvent.Publish(path, at, false));
            }
            default -> {
                return Optional.empty();
            }
        }
    }

    private Optional<RtmpEvent> data(List<Amf.Value> values, Instant at) {
        int place = text(values, 0).equals(DATA_FRAME) ? 1 : 0;
        if (!text(values, place).equals(METADATA)
                || values.size() <= place + 1
                || !(values.get(place + 1) instanceof Amf.Members told)) {
            return Optional.empty();
        }
        Map<String, String> shown = new TreeMap<>();
        told.members().forEach((name, value) -> shown.put(name, shown(value)));
        return Optional.of(new RtmpEvent.Metadata(path, at, shown));
    }

    private String path(String name) {
        String plain = name.split("\\?", 2)[0];
        String whole = application + "/" + plain;
        return whole.replaceAll("/+", "/").replaceAll("^/|/$", "");
    }

    private static String text(List<Amf.Value> values, int place) {
        return place < values.size() && values.get(place) instanceof Amf.Text text ? text.text() : "";
    }

    private static String shown(Amf.Value value) {
        if (value instanceof Amf.Text text) {
            return text.text();
        }
        if (value instanceof Amf.Real number) {
            double real = number.number();
            return real == Math.rint(real) ? Long.toString((long) real) : Double.toString(real);
        }
        return value instanceof Amf.Bool bool ? Boolean.toString(bool.is()) : "";
    }
}
