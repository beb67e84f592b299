package io.airproof.driver.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.airproof.driver.metrics.Exposition.Type;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PrometheusTextTest {

    private static final String GOOD = """
            # HELP jobs_total Jobs done,\\nby \\\\ kind "x".
            # TYPE jobs_total counter
            jobs_total{kind="a",note="say \\"hi\\" \\\\ \\n"} 3
            jobs_total { kind="b" , } 1.5e+3 1760000000000
            # just a remark

            # TYPE load gauge
            load NaN
            # TYPE took_seconds histogram
            took_seconds_bucket{id="x",le="0.5"} 1
            took_seconds_bucket{id="x",le="+Inf"} 4
            took_seconds_sum{id="x"} 9.25
            took_seconds_count{id="x"} 4
            plain_count 7
            """;

    @Test
    void readsTheFormat() {
        Exposition seen = PrometheusText.parse(GOOD);
        assertThat(seen.families())
                .extracting(Exposition.Family::name)
                .containsExactly("jobs_total", "load", "took_seconds", "plain_count");
        assertThat(seen.families())
                .extracting(Exposition.Family::type)
                .containsExactly(Type.COUNTER, Type.GAUGE, Type.HISTOGRAM, Type.UNTYPED);
        assertThat(seen.families().get(0).help()).isEqualTo("Jobs done,\nby \\ kind \"x\".");
        assertThat(seen.value("jobs_total", Map.of("kind", "a", "note", "say \"hi\" \\ \n")))
                .hasValue(3);
        assertThat(seen.value("jobs_total", Map.of("kind", "b"))).hasValue(1500);
        assertThat(seen.value("jobs_total", Map.of())).isEmpty();
        assertThat(seen.sum("jobs_total", Map.of())).hasValue(1503);
        assertThat(seen.value("load", Map.of()).orElseThrow()).isNaN();
        assertThat(seen.samples("jobs_total").get(1).timestampMs()).hasValue(1_760_000_000_000L);
        assertThat(seen.value("took_seconds_bucket", Map.of("id", "x", "le", "+Inf")))
                .hasValue(4);
        assertThat(PrometheusText.parse("").samples()).isEmpty();
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            a 1                                                       | 1 | does not end with
            a 1~b 2~1c 3;                                             | 3 | no metric name
            a{b="1",b="2"} 1;                                         | 1 | comes twice
            a{1b="1"} 1;                                              | 1 | no label name
            a{b='1'} 1;                                               | 1 | a " is missing
            a{b="1" c="2"} 1;                                         | 1 | a comma or }
            a{b="1;                                                   | 1 | ends too early
            a{b="\\t"} 1;                                             | 1 | no escape
            a one;                                                    | 1 | no value
            a 0x10;                                                   | 1 | no value
            a 1f;                                                     | 1 | no value
            a 1 1.5;                                                  | 1 | whole number
            a 1 1 1;                                                  | 1 | something follows
            a 1~a 2;                                                  | 2 | same series comes twice
            a{x="1",y="2"} 1~a{y="2",x="1"} 2;                        | 2 | same series comes twice
            a{x="1"} 1~b 1~a{x="2"} 2;                                | 3 | do not stand together
            a 1~% TYPE a gauge;                                       | 2 | after the first sample
            % TYPE a gauge~% TYPE a gauge;                            | 2 | second TYPE
            % HELP a x~% HELP a y;                                    | 2 | second HELP
            % TYPE a number;                                          | 1 | no type
            % TYPE a gauge x;                                         | 1 | follows the type
            % TYPE a counter~a -1;                                    | 2 | never negative
            % TYPE h histogram~h 1;                                   | 2 | only _bucket
            % TYPE h histogram~h_bucket 1;                            | 2 | label le
            % TYPE h histogram~h_bucket{le="1"} 1~h_sum 1~h_count 1;  | 2 | no bucket le="+Inf"
            % TYPE h histogram~h_bucket{le="2"} 1~h_bucket{le="1"} 1; | 3 | bounds of a histogram go up
            % TYPE h histogram~h_bucket{le="1"} 2~h_bucket{le="2"} 1; | 3 | cumulative
            % TYPE h histogram~h_bucket{le="+Inf"} 2~h_count 2;       | 2 | lacks _sum
            % TYPE h histogram~h_bucket{le="+Inf"} 2~h_sum 1~h_count 3;| 4 | differs from the bucket
            """)
    void refuses(String text, int line, String why) {
        String lines = text.strip().replace('~', '\n').replace(";", "\n").replace('%', '#');
        assertThatThrownBy(() -> PrometheusText.parse(lines))
                .isInstanceOf(ExpositionFormatException.class)
                .hasMessageContaining("line " + line + ": ")
                .hasMessageContaining(why);
    }

    @Test
    void refusesCarriageReturns() {
        assertThatThrownBy(() -> PrometheusText.parse("a 1\r\n")).hasMessageContaining("\\n alone");
    }
}
