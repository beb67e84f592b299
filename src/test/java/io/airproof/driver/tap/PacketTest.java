package io.airproof.driver.tap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.OptionalLong;
import org.json.JSONObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PacketTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "0{\"sid\":\"x\"}",
                "1",
                "1/admin,",
                "2[\"e\",{}]",
                "2/admin,12[\"e\"]",
                "312[]",
                "4{\"message\":\"no\"}",
                "51-[\"e\",{\"_placeholder\":true,\"num\":0}]",
                "61-/admin,7[]"
            })
    void packetsAreWrittenAsTheyWereRead(String text) throws PacketFormatException {
        assertThat(SocketIoPacket.parse(text).encode()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "7", "2", "2{}", "3", "5[\"e\"]", "5-[]", "299999999999999999999[]"})
    void whatIsNoPacketIsRefused(String text) {
        assertThatThrownBy(() -> SocketIoPacket.parse(text)).isInstanceOf(PacketFormatException.class);
    }

    @Test
    void partsAreFound() throws PacketFormatException {
        SocketIoPacket packet = SocketIoPacket.parse("2/admin,12[\"e\",{\"a\":1}]");
        assertThat(packet.namespace()).isEqualTo("/admin");
        assertThat(packet.ackId()).isEqualTo(OptionalLong.of(12));
        assertThat(packet.arguments().getJSONObject(1).getInt("a")).isEqualTo(1);
    }

    @Test
    void enginePacketsHaveADigit() throws PacketFormatException {
        assertThat(EnginePacket.parse("2probe")).isEqualTo(new EnginePacket(EnginePacket.Type.PING, "probe"));
        assertThatThrownBy(() -> EnginePacket.parse("9")).isInstanceOf(PacketFormatException.class);
        assertThatThrownBy(() -> EnginePacket.parse("")).isInstanceOf(PacketFormatException.class);
    }

    @Test
    void messagesKnowTheirEvent() {
        Message message = Message.event("fragment:data", new JSONObject().put("n", 1));
        assertThat(message.text()).hasValue("42[\"fragment:data\",{\"n\":1}]");
        assertThat(message.eventName()).hasValue("fragment:data");
        assertThat(message.eventBody().orElseThrow().getInt("n")).isEqualTo(1);
        assertThat(MessageFilter.event("fragment:data").test(message)).isTrue();
        assertThat(MessageFilter.heartbeats().test(Message.text("3"))).isTrue();
        assertThat(Message.text("hello").eventName()).isEmpty();
    }

    @Test
    void recordedBodiesCannotBeChanged() throws PacketFormatException {
        JSONObject body = new JSONObject().put("inner", new JSONObject().put("n", 1));
        Parcel parcel =
                new Parcel(Message.event("e", body), java.time.Instant.EPOCH, java.time.Duration.ZERO, Origin.PEER);
        WireEvent event = WireEvents.of(parcel, Direction.WORKER_TO_STS, 1, java.time.Instant.EPOCH)
                .orElseThrow();
        event.body().getJSONObject("inner").put("n", 2);
        assertThat(event.body().getJSONObject("inner").getInt("n")).isEqualTo(1);
        assertThat(event.shape().isOneObject()).isTrue();
    }
}
