package io.airproof.measure;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.annotations.Benchmark;

/** The benchmarks by the time the processor worked on them, best of some rounds: for a machine that does other work, too. */
public final class ProcessorTime {

    private static final int ROUNDS = 6;
    private static final double NANOS_PER_MS = 1e6;

    private ProcessorTime() {}

    /** Runs each benchmark whose name holds the first argument, or all. */
    public static void main(String[] arguments) throws ReflectiveOperationException {
        String wanted = arguments.length == 0 ? "" : arguments[0];
        Minute minute = new Minute();
        MeasureBenchmark benchmarks = new MeasureBenchmark();
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        List<Method> all = Arrays.stream(MeasureBenchmark.class.getMethods())
                .filter(method -> method.isAnnotationPresent(Benchmark.class))
                .filter(method -> method.getName().contains(wanted))
                .sorted(Comparator.comparing(Method::getName))
                .toList();
        Map<String, Double> best = new TreeMap<>();
        for (int round = 0; round < ROUNDS; round++) {
            for (Method benchmark : all) {
                long before = threads.getCurrentThreadCpuTime();
                Object result = benchmark.invoke(benchmarks, minute);
                double ms = (threads.getCurrentThreadCpuTime() - before) / NANOS_PER_MS;
                if (result == null) {
                    throw new IllegalStateException(benchmark.getName() + " measured nothing");
                }
                best.merge(benchmark.getName(), ms, Math::min);
            }
        }
        best.forEach((name, ms) -> System.out.printf("%-18s %8.1f ms%n", name, ms));
    }
}
