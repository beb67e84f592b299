package io.airproof.reference.sts.dub;

import static org.assertj.core.api.Assertions.assertThatCode;

import edu.cmu.sphinx.linguist.language.grammar.Grammar;
import edu.cmu.sphinx.util.props.ConfigurationManager;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class NumberGrammarTest {

    private static final int AT_ONCE = 4;
    private static final int ROUNDS = 25;

    private final ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);

    @AfterEach
    void end() {
        threads.shutdownNow();
    }

    /** With the library's own grammar some of these fail: its parser is shared by all. */
    @Test
    void manyListenersMayReadItAtTheSameTime() {
        for (int round = 0; round < ROUNDS; round++) {
            CyclicBarrier together = new CyclicBarrier(AT_ONCE);
            List<CompletableFuture<Void>> all = Stream.generate(
                            () -> CompletableFuture.runAsync(() -> read(together), threads))
                    .limit(AT_ONCE)
                    .toList();
            assertThatCode(() -> CompletableFuture.allOf(all.toArray(CompletableFuture[]::new))
                            .join())
                    .doesNotThrowAnyException();
        }
    }

    private static void read(CyclicBarrier together) {
        ConfigurationManager components = new ConfigurationManager(Objects.requireNonNull(
                NumberGrammarTest.class.getResource("/io/airproof/reference/sts/models/recognition.xml")));
        Grammar grammar = (Grammar) components.lookup("numberGrammar");
        try {
            together.await();
            grammar.allocate();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
