package io.airproof.shard;

import io.airproof.report.RunFacts;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.opentest4j.TestAbortedException;

/** The share of this run: the system property {@value #PROPERTY}, such as 2/5; without it, everything. */
public final class Shard {

    /** System property that names the shard, counted from 1. */
    public static final String PROPERTY = "shard";

    private static final Pattern FORM = Pattern.compile("([1-9]\\d{0,2})/([1-9]\\d{0,2})");
    private static final Shard OF_THIS_RUN = read();

    private final int number;
    private final int count;
    private final Optional<ShardPlan> plan;

    private Shard(int number, int count, Optional<ShardPlan> plan) {
        this.number = number;
        this.count = count;
        this.plan = plan;
    }

    /** The share of the run of this JVM. */
    public static Shard ofThisRun() {
        return OF_THIS_RUN;
    }

    /**
     * Ends a scenario that another shard runs.
     *
     * @throws TestAbortedException naming that shard
     */
    public void requireMine(URI feature, String scenario) {
        int owner =
                plan.map(all -> all.shardOf(ShardPlan.key(feature, scenario))).orElse(number);
        if (owner != number) {
            throw new TestAbortedException(elsewhere(owner, count));
        }
    }

    /** What a scenario says that another shard runs. */
    static String elsewhere(int owner, int count) {
        return "Runs in shard " + owner + "/" + count + ".";
    }

    private static Shard read() {
        String text = System.getProperty(PROPERTY, "").strip();
        if (text.isEmpty()) {
            return new Shard(1, 1, Optional.empty());
        }
        Matcher form = FORM.matcher(text);
        if (!form.matches() || Integer.parseInt(form.group(1)) > Integer.parseInt(form.group(2))) {
            throw new IllegalArgumentException(
                    "-D" + PROPERTY + "=" + text + " is no shard: write 2/5 for the second of five.");
        }
        RunFacts.ofThisRun().put(PROPERTY, text);
        int count = Integer.parseInt(form.group(2));
        return new Shard(
                Integer.parseInt(form.group(1)),
                count,
                Optional.of(ShardPlan.of(
                        Path.of("features"), Durations.read(Path.of("features", "durations.json")), count)));
    }
}
