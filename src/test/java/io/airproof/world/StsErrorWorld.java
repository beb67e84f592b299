package io.airproof.world;

import io.airproof.driver.sts.ErrorContract;
import io.airproof.driver.sts.MemberFault;
import io.airproof.driver.sts.OutgoingFragment;
import io.airproof.driver.sts.StsEvent;
import io.airproof.driver.sts.Violation;
import io.airproof.measure.Reading;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.json.JSONObject;

/** Messages with one fault each, and what the STS says to them. */
public final class StsErrorWorld {

    /** What tells late from never. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final String READY = "stream:ready";

    private record Answer(String fault, String wanted, StsEvent event, Duration took) {
        String code() {
            return event.name().equals(StsSession.RESULT)
                    ? Optional.ofNullable(event.body().optJSONObject("error"))
                            .map(error -> error.optString("code"))
                            .orElse("")
                    : event.body().optString("code");
        }

        boolean isAsWanted() {
            return code().equals(wanted);
        }
    }

    private record Provoked(Provocation by, String code, String severity, boolean retryable, StsEvent error) {
        List<Violation> violations() {
            return ErrorContract.check(error.body(), code, severity, retryable);
        }
    }

    private final StsBenchWorld bench;
    private final List<Answer> answers = new ArrayList<>();
    private final List<StsEvent> afterwards = new ArrayList<>();
    private final List<Provoked> provoked = new ArrayList<>();
    private Optional<StsSession> session = Optional.empty();

    public StsErrorWorld(StsBenchWorld bench) {
        this.bench = bench;
    }

    /** One connection, on which every fault is tried as an init. */
    public void tryInits(List<Map<String, String>> table) {
        StsSession own = bench.connect();
        session = Optional.of(own);
        for (Map<String, String> row : table) {
            MemberFault fault = fault(row);
            ask(own, fault, cell(row, "code"), "stream:init", own.init().toJson());
        }
    }

    /** One session, on which every fault is tried in a fragment; after each a good fragment follows. */
    public void tryFragments(List<Map<String, String>> table) {
        Excerpt sound = bench.pause();
        StsSession own = bench.connect();
        own.open();
        session = Optional.of(own);
        int number = 0;
        for (Map<String, String> row : table) {
            OutgoingFragment bad = own.numbered(number, sound);
            StsEvent answer = ask(own, fault(row), cell(row, "code"), "fragment:data", bad.toJson(Instant.now()));
            number += answer.name().equals(StsSession.RESULT) ? 1 : 0;
            OutgoingFragment good = own.numbered(number++, sound);
            own.client().sendFragment(good);
            afterwards.add(own.await(StsSession.RESULT, good));
        }
    }

    private StsEvent ask(StsSession own, MemberFault fault, String wanted, String event, JSONObject message) {
        int seen = own.client().events().size();
        Instant sent = own.client().emit(event, fault.in(message));
        StsEvent answer = own.client().awaitNext(seen, Set.of(StsSession.ERROR, StsSession.RESULT, READY), PATIENCE);
        answers.add(new Answer(fault.toString(), wanted, answer, Duration.between(sent, answer.at())));
        return answer;
    }

    /** Provokes each error of the table on a session of its own. */
    public void provoke(List<Map<String, String>> table) {
        Excerpt sound = bench.pause();
        for (Map<String, String> row : table) {
            Provocation by = Provocation.named(cell(row, "provoked by"));
            StsSession own = by.isLarge() ? bench.connectForLarge() : bench.connect();
            by.act(own, sound);
            provoked.add(new Provoked(
                    by,
                    cell(row, "code"),
                    cell(row, "severity"),
                    cell(row, "retryable").equals("yes"),
                    own.await(StsSession.ERROR)));
        }
    }

    private static MemberFault fault(Map<String, String> row) {
        return new MemberFault(cell(row, "member"), cell(row, "value"));
    }

    /** An empty cell of a table is no string. */
    private static String cell(Map<String, String> row, String name) {
        return Optional.ofNullable(row.get(name)).orElse("");
    }

    /** For each fault 1 if it was answered with the code of the table, else 0. */
    public List<Figure> codes() {
        return answers.stream()
                .map(answer -> Figure.of(
                        "%s: %s %s".formatted(answer.fault(), answer.event().name(), answer.code()),
                        answer.isAsWanted() ? 1 : 0))
                .toList();
    }

    /** How long each answer took, in s. */
    public List<Figure> answerTimes() {
        return answers.stream()
                .map(answer -> Figure.seconds(answer.fault(), Reading.measured(answer.took())))
                .toList();
    }

    /** 1 if the connection can still open a stream. */
    public List<Figure> opensAfterAll() {
        return List.of(Figure.of("the same connection", session().open().body().has("session_id") ? 1 : 0));
    }

    /** For each fragment after a bad one 1 if it was a success, else 0. */
    public List<Figure> successAfterwards() {
        List<Figure> figures = new ArrayList<>();
        for (int i = 0; i < afterwards.size(); i++) {
            String status = afterwards.get(i).body().optString("status");
            figures.add(Figure.of(
                    "after %s: %s".formatted(answers.get(i).fault(), status), status.equals("success") ? 1 : 0));
        }
        return figures;
    }

    /** How many members of each provoked error are not as the table of errors has them. */
    public List<Figure> deviations() {
        return provoked.stream()
                .map(one -> {
                    List<Violation> violations = one.violations();
                    return Figure.of(
                            one.by().words() + (violations.isEmpty() ? "" : ": " + violations), violations.size());
                })
                .toList();
    }

    /** Errors whose id another has, too. */
    public List<Figure> repeatedIds() {
        long different = provoked.stream()
                .map(one -> one.error().body().optString("error_id"))
                .distinct()
                .count();
        return List.of(Figure.of("%d errors".formatted(provoked.size()), provoked.size() - different));
    }

    private StsSession session() {
        return session.orElseThrow(() -> new IllegalStateException("no client is connected"));
    }
}
