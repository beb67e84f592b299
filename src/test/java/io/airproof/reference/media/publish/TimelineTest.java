package io.airproof.reference.media.publish;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TimelineTest {

    private static final long START = 5_000_000_000L;
    private static final long MS = 1_000_000;

    private final Timeline timeline = new Timeline(START, 0);

    @Test
    void streamTimeRunsInRealTime() {
        assertThat(timeline.due(0)).isEqualTo(START);
        assertThat(timeline.due(6000) - timeline.due(0)).isEqualTo(6000 * MS);
    }

    @Test
    void aWaitMovesEverythingBehindIt() {
        assertThat(timeline.catchUp(6000, timeline.due(6000) + 1500 * MS)).isEqualTo(1500);
        assertThat(timeline.due(6000)).isEqualTo(START + 7500 * MS);
        assertThat(timeline.due(12_000)).isEqualTo(START + 13_500 * MS);
    }

    @Test
    void whatIsNotYetDueMovesNothing() {
        assertThat(timeline.catchUp(6000, START)).isZero();
        assertThat(timeline.due(6000)).isEqualTo(START + 6000 * MS);
    }
}
