package io.airproof.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PreparationsTest {

    private final AtomicInteger done = new AtomicInteger();

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theAirIsHeldWhileOneIsOpenUnlessTheyStepBack(boolean apart) throws Exception {
        Preparations preparations = new Preparations(apart, done::incrementAndGet);
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        CompletableFuture<Void> start = CompletableFuture.runAsync(() -> preparations.run(() -> {
            started.countDown();
            awaited(mayEnd);
        }));
        assertThat(awaited(started)).isTrue();
        assertThat(preparations.holdTheAir()).isEqualTo(!apart);
        assertThat(done).hasValue(0);
        mayEnd.countDown();
        start.get(5, TimeUnit.SECONDS);
        assertThat(preparations.holdTheAir()).isFalse();
        assertThat(done).hasValue(1);
    }

    @Test
    void whatAStartThrowsIsThrown() {
        Preparations preparations = new Preparations(false, done::incrementAndGet);
        IllegalStateException failure = new IllegalStateException("no room");
        assertThatThrownBy(() -> preparations.run(() -> {
                    throw failure;
                }))
                .isSameAs(failure);
        assertThat(preparations.holdTheAir()).isFalse();
        assertThat(done).hasValue(1);
    }

    private static boolean awaited(CountDownLatch latch) {
        try {
            return latch.await(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
