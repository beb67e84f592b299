package io.airproof.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

class DeskTest {

    private static CompletableFuture<Desk.Seat> taking(Desk desk) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return desk.take();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    @Test
    void while_a_programme_is_on_air_a_core_is_left_to_it() throws Exception {
        int cores = Runtime.getRuntime().availableProcessors();
        Desk desk = new Desk();
        desk.live(true);
        Desk.Seat first = desk.take();
        for (int i = 1; i < Math.max(1, cores - 1); i++) {
            assertThat(desk.take()).isNotNull();
        }
        CompletableFuture<Desk.Seat> waiting = taking(desk);
        Assertions.assertThatThrownBy(() -> waiting.get(100, TimeUnit.MILLISECONDS))
                .isInstanceOf(TimeoutException.class);
        first.close();
        assertThat(waiting.get(5, TimeUnit.SECONDS)).isNotNull();
    }

    @Test
    void the_end_of_the_last_programme_makes_room() throws Exception {
        Desk desk = new Desk();
        desk.live(true);
        for (int i = 0; i < Math.max(1, Runtime.getRuntime().availableProcessors() - 1); i++) {
            assertThat(desk.take()).isNotNull();
        }
        if (Runtime.getRuntime().availableProcessors() > 1) {
            CompletableFuture<Desk.Seat> waiting = taking(desk);
            desk.live(false);
            assertThat(waiting.get(5, TimeUnit.SECONDS)).isNotNull();
        }
    }
}
