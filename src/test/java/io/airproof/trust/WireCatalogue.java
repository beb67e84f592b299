package io.airproof.trust;

import static io.airproof.trust.Targets.*;

import io.airproof.driver.tap.FaultPlan;
import io.airproof.run.Programme;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.json.JSONObject;

/** Faults on the wire between worker and STS, while the programme is on air. */
final class WireCatalogue {

    private WireCatalogue() {}

    static List<SeededFault> faults() {
        return List.of(
                seeded(
                        "result-withheld",
                        "one result is withheld",
                        COUNTING,
                        WireDamage.dropResult(1),
                        "DUB-001",
                        "DUB-012"),
                seeded(
                        "fragment-withheld",
                        "one fragment never reaches the STS",
                        COUNTING,
                        WireDamage.dropFragment(1),
                        "DUB-001",
                        "DUB-012"),
                seeded("result-twice", "one result comes twice", COUNTING, WireDamage.doubleResult(2), "DUB-001"),
                seeded(
                        "transcript-empty",
                        "one transcript is empty",
                        COUNTING,
                        WireDamage.result(1, body -> body.put("transcript", "")),
                        "DUB-004",
                        "DUB-040"),
                seeded(
                        "translation-empty",
                        "one translation is empty",
                        COUNTING,
                        WireDamage.result(1, body -> body.put("translated_text", "")),
                        "DUB-004",
                        "DUB-041"),
                seeded(
                        "dub-missing",
                        "text without a dub",
                        COUNTING,
                        WireDamage.result(2, body -> body.put("dubbed_audio", JSONObject.NULL)),
                        "DUB-004"),
                seeded(
                        "numbers-misheard",
                        "two number words misheard",
                        COUNTING,
                        WireDamage.result(
                                1, body -> body.put("transcript", "seventy, eighty, nine, ten, eleven, twelve")),
                        "DUB-040"),
                seeded(
                        "number-mistranslated",
                        "all numbers of a fragment mistranslated",
                        COUNTING,
                        WireDamage.result(
                                1, body -> body.put("translated_text", "uno, dos, tres, cuatro, cinco, seis")),
                        "DUB-041"),
                seeded(
                        "not-translated",
                        "one translation is still English",
                        COUNTING,
                        WireDamage.result(3, body -> body.put("translated_text", body.optString("transcript"))),
                        "DUB-041"),
                seeded("result-failed", "one fragment fails", COUNTING, WireDamage.failResult(2), "DUB-001", "DUB-012"),
                seeded(
                        "error-event",
                        "an error event from the STS",
                        COUNTING,
                        WireDamage.errorAfter(2),
                        "DUB-001",
                        "DUB-012"),
                seeded(
                        "source-echoed",
                        "the STS gives back the source as the dub",
                        COUNTING,
                        WireDamage.echo(2),
                        "DUB-142"),
                seeded(
                        "dubs-swapped",
                        "a dub of another fragment",
                        COUNTING,
                        WireDamage.dubOfTheOneBefore(3),
                        "DUB-009",
                        "DUB-043"),
                seeded(
                        "results-10-s-late",
                        "results come 10 s late",
                        COUNTING,
                        WireDamage.lateResults(Duration.ofSeconds(10)),
                        "DUB-012",
                        "DUB-001"),
                seeded(
                        "results-2-s-late",
                        "results of the echo come 2 s late",
                        ECHOED,
                        WireDamage.lateResults(Duration.ofSeconds(2)),
                        "DUB-011"),
                seeded(
                        "session-late",
                        "the session opens 6 s late",
                        COUNTING,
                        WireDamage.lateReady(Duration.ofSeconds(6)),
                        "DUB-108"));
    }

    private static SeededFault seeded(String id, String what, Programme target, FaultPlan plan, String... expected) {
        return new SeededFault(id, what, target, Set.of(expected), new Damage.Wire(plan));
    }
}
