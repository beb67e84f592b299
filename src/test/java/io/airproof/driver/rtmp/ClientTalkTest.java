package io.airproof.driver.rtmp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ClientTalkTest {

    private static final Instant NOW = Instant.EPOCH;

    /** AMF0 as the specification shows it. */
    private static final class Amf0 {
        private final ByteArrayOutputStream out = new ByteArrayOutputStream();

        Amf0 text(String text) {
            out.write(2);
            return name(text);
        }

        Amf0 name(String text) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            out.writeBytes(ByteBuffer.allocate(2).putShort((short) bytes.length).array());
            out.writeBytes(bytes);
            return this;
        }

        Amf0 number(double number) {
            out.write(0);
            out.writeBytes(ByteBuffer.allocate(8).putDouble(number).array());
            return this;
        }

        Amf0 bool(boolean is) {
            out.write(1);
            out.write(is ? 1 : 0);
            return this;
        }

        Amf0 nothing() {
            out.write(5);
            return this;
        }

        Amf0 object() {
            out.write(3);
            return this;
        }

        Amf0 array() {
            out.write(8);
            out.writeBytes(new byte[4]);
            return this;
        }

        Amf0 list(String... items) {
            out.write(10);
            out.writeBytes(ByteBuffer.allocate(4).putInt(items.length).array());
            for (String item : items) {
                text(item);
            }
            return this;
        }

        Amf0 end() {
            out.writeBytes(new byte[] {0, 0, 9});
            return this;
        }

        RtmpMessage command() {
            return new RtmpMessage(RtmpMessage.COMMAND, out.toByteArray());
        }

        RtmpMessage data() {
            return new RtmpMessage(RtmpMessage.DATA, out.toByteArray());
        }
    }

    private static ClientTalk connected(String application) {
        ClientTalk talk = new ClientTalk();
        RtmpMessage connect = new Amf0()
                .text("connect")
                .number(1)
                .object()
                .name("app")
                .text(application)
                .name("fourCcList")
                .list("hvc1", "av01")
                .name("type")
                .text("nonprivate")
                .end()
                .command();
        assertThat(talk.hear(connect, NOW)).isEmpty();
        return talk;
    }

    @Test
    void playAndPublishNameTheirPath() {
        assertThat(connected("live/one")
                        .hear(
                                new Amf0()
                                        .text("play")
                                        .number(4)
                                        .nothing()
                                        .text("in?key=1")
                                        .number(-2000)
                                        .command(),
                                NOW))
                .contains(new RtmpEvent.Play("live/one/in", NOW, false));
        assertThat(connected("live/")
                        .hear(
                                new Amf0()
                                        .text("publish")
                                        .number(5)
                                        .nothing()
                                        .text("/one/out")
                                        .text("live")
                                        .command(),
                                NOW))
                .contains(new RtmpEvent.Publish("live/one/out", NOW, false));
    }

    @Test
    void metadataBelongToThePathThatIsPublished() {
        ClientTalk talk = connected("live/one");
        var ignored = talk.hear(
                new Amf0()
                        .text("publish")
                        .number(5)
                        .nothing()
                        .text("out")
                        .text("live")
                        .command(),
                NOW);
        RtmpMessage data = new Amf0()
                .text("@setDataFrame")
                .text("onMetaData")
                .array()
                .name("width")
                .number(1280)
                .name("framerate")
                .number(29.97)
                .name("stereo")
                .bool(true)
                .name("language")
                .text("es")
                .end()
                .data();

        assertThat(talk.hear(data, NOW)).hasValueSatisfying(event -> {
            assertThat(event.path()).isEqualTo("live/one/out");
            assertThat(((RtmpEvent.Metadata) event).values())
                    .containsEntry("language", "es")
                    .containsEntry("width", "1280")
                    .containsEntry("framerate", "29.97")
                    .containsEntry("stereo", "true");
        });
    }

    @Test
    void whatIsCutOrStrangeIsPassedOver() {
        RtmpMessage whole =
                new Amf0().text("@setDataFrame").text("onMetaData").array().command();

        for (int length = 0; length < whole.payload().length; length++) {
            byte[] part = Arrays.copyOf(whole.payload(), length);
            assertThat(new ClientTalk().hear(new RtmpMessage(RtmpMessage.DATA, part), NOW))
                    .isEmpty();
            assertThat(new ClientTalk().hear(new RtmpMessage(RtmpMessage.COMMAND, part), NOW))
                    .isEmpty();
        }
        assertThat(new ClientTalk().hear(new RtmpMessage(9, whole.payload()), NOW))
                .isEmpty();
    }
}
