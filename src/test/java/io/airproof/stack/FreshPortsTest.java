package io.airproof.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class FreshPortsTest {

    private final AtomicInteger tries = new AtomicInteger();
    private final AtomicInteger told = new AtomicInteger();

    private String start(int failures, boolean portTaken) {
        return FreshPorts.start(
                () -> {
                    if (tries.incrementAndGet() <= failures) {
                        throw new StackStartException("no", portTaken);
                    }
                    return "started";
                },
                told::incrementAndGet);
    }

    @Test
    void a_port_that_was_taken_is_a_reason_for_another() {
        assertThat(start(2, true)).isEqualTo("started");
        assertThat(told).hasValue(2);
    }

    @Test
    void the_third_time_it_is_told() {
        assertThatThrownBy(() -> start(9, true)).isInstanceOf(StackStartException.class);
        assertThat(tries).hasValue(3);
    }

    @Test
    void another_failure_is_told_at_once() {
        assertThatThrownBy(() -> start(9, false)).isInstanceOf(StackStartException.class);
        assertThat(tries).hasValue(1);
    }
}
