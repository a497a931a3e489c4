package com.vsoxp.alliance.bench.partners;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Medians per call and size, and how they grow beside the yardstick's. */
final class GrowthTable {

    private static final double ALLOWED = 1.2;
    private static final String YARDSTICK = "pgbench, select by id";

    private final List<Integer> sizes;
    private final Map<String, Map<Integer, List<Double>>> micros = new LinkedHashMap<>();

    GrowthTable(List<Integer> sizes) {
        this.sizes = sizes;
    }

    void addYardstick(int size, Duration cpu, long calls) {
        add(YARDSTICK, size, cpu, calls);
    }

    void add(String call, int size, Duration cpu, long calls) {
        micros.computeIfAbsent(call, name -> new TreeMap<>())
                .computeIfAbsent(size, rows -> new ArrayList<>())
                .add(cpu.toNanos() / 1_000.0 / calls);
    }

    void print() {
        StringBuilder head = new StringBuilder("\nCPU per call in µs at").append(" ".repeat(5));
        sizes.forEach(size -> head.append("%,12d".formatted(size)));
        System.out.println(head + "    growth   / pgbench's");
        double yardstick = growth(YARDSTICK);
        for (String call : micros.keySet()) {
            StringBuilder line = new StringBuilder("%-26s".formatted(call));
            sizes.forEach(size -> line.append("%12.0f".formatted(median(call, size))));
            double ratio = growth(call) / yardstick;
            line.append("%10.2f%10.2f".formatted(growth(call), ratio));
            System.out.println(line + (call.equals(YARDSTICK) ? "" : ratio <= ALLOWED ? "  ok" : "  TOO MUCH"));
        }
        boolean all = micros.keySet().stream().allMatch(call -> growth(call) / yardstick <= ALLOWED);
        System.out.println(
                all
                        ? "No call grows faster than " + ALLOWED + " times pgbench's own."
                        : "Some calls grow faster than " + ALLOWED + " times pgbench's own.");
    }

    private double growth(String call) {
        return median(call, sizes.getLast()) / median(call, sizes.getFirst());
    }

    private double median(String call, int size) {
        List<Double> sorted = micros.get(call).get(size).stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
