package io.airproof.reference.sts.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.airproof.reference.sts.message.Json;
import org.junit.jupiter.api.Test;

class SocketPacketTest {

    @Test
    void eventsAreReadWithAndWithoutNamespaceAndAcknowledgement() {
        for (String text : new String[] {"2[\"a:b\",{\"x\":1}]", "2/,[\"a:b\",{\"x\":1}]", "217[\"a:b\",{\"x\":1}]"}) {
            assertThat(SocketPacket.parse(text)).isEqualTo(new SocketPacket.Event("/", "a:b", Json.parse("{\"x\":1}")));
        }
        assertThat(SocketPacket.parse("2[\"bare\"]"))
                .isInstanceOfSatisfying(
                        SocketPacket.Event.class,
                        event -> assertThat(event.body().isNull()).isTrue());
    }

    @Test
    void joiningNamesItsNamespace() {
        assertThat(SocketPacket.parse("0")).isEqualTo(new SocketPacket.Connect("/"));
        assertThat(SocketPacket.parse("0/admin,{}")).isEqualTo(new SocketPacket.Connect("/admin"));
        assertThat(SocketPacket.parse("1")).isEqualTo(new SocketPacket.Disconnect("/"));
    }

    @Test
    void whatIsNoPacketIsRefused() {
        for (String text : new String[] {"", "9", "2", "2{}", "2[1]", "2[\"a\""}) {
            assertThatThrownBy(() -> SocketPacket.parse(text)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void anEventIsWrittenAsOneMessage() {
        assertThat(SocketPacket.event("a:b", Json.parse("{\"x\":1}"))).isEqualTo("42[\"a:b\",{\"x\":1}]");
    }
}
