package io.airproof.driver.metrics;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** Reads one line of the format from left to right. */
final class LineReader {

    static final Pattern METRIC_NAME = Pattern.compile("[a-zA-Z_:][a-zA-Z0-9_:]*");
    static final Pattern LABEL_NAME = Pattern.compile("[a-zA-Z_][a-zA-Z0-9_]*");
    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d+)?");
    private static final Pattern INTEGER = Pattern.compile("-?\\d{1,18}");

    private final int number;
    private final String line;
    private int at;

    LineReader(int number, String line) {
        this.number = number;
        this.line = line;
    }

    ExpositionFormatException wrong(String why) {
        return new ExpositionFormatException(number, line, why);
    }

    Exposition.Sample sample() {
        String name = word(" \t{");
        if (!METRIC_NAME.matcher(name).matches()) {
            throw wrong("\"" + name + "\" is no metric name");
        }
        skipBlanks();
        Map<String, String> labels = peek() == '{' ? labels() : Map.of();
        skipBlanks();
        double value = value(word(" \t"));
        skipBlanks();
        OptionalLong timestamp = OptionalLong.empty();
        if (at < line.length()) {
            String text = word(" \t");
            if (!INTEGER.matcher(text).matches()) {
                throw wrong("a time stamp is a whole number of milliseconds, not \"" + text + "\"");
            }
            timestamp = OptionalLong.of(Long.parseLong(text));
            skipBlanks();
        }
        if (at < line.length()) {
            throw wrong("something follows the sample");
        }
        return new Exposition.Sample(name, labels, value, timestamp);
    }

    private Map<String, String> labels() {
        Map<String, String> labels = new LinkedHashMap<>();
        at++;
        skipBlanks();
        while (peek() != '}') {
            String name = word(" \t=}\"");
            if (!LABEL_NAME.matcher(name).matches()) {
                throw wrong("\"" + name + "\" is no label name");
            }
            skipBlanks();
            expect('=');
            skipBlanks();
            if (labels.put(name, quoted()) != null) {
                throw wrong("label " + name + " comes twice");
            }
            skipBlanks();
            if (peek() == ',') {
                at++;
                skipBlanks();
            } else if (peek() != '}') {
                throw wrong("a comma or } is missing after label " + name);
            }
        }
        at++;
        return labels;
    }

    private String quoted() {
        expect('"');
        StringBuilder text = new StringBuilder();
        while (peek() != '"') {
            char next = line.charAt(at++);
            text.append(next == '\\' ? escaped(true) : next);
        }
        at++;
        return text.toString();
    }

    /** The text of a HELP line from here on: backslash and line feed are escaped, quotes are not. */
    String help() {
        StringBuilder text = new StringBuilder();
        while (at < line.length()) {
            char next = line.charAt(at++);
            text.append(next == '\\' ? escaped(false) : next);
        }
        return text.toString();
    }

    private char escaped(boolean quoteToo) {
        char next = peek();
        at++;
        if (next == '\\') {
            return '\\';
        } else if (next == 'n') {
            return '\n';
        } else if (next == '"' && quoteToo) {
            return '"';
        }
        throw wrong("\\" + next + " is no escape");
    }

    double value(String text) {
        return switch (text) {
            case "NaN" -> Double.NaN;
            case "+Inf", "Inf" -> Double.POSITIVE_INFINITY;
            case "-Inf" -> Double.NEGATIVE_INFINITY;
            default -> {
                if (!NUMBER.matcher(text).matches()) {
                    throw wrong("\"" + text + "\" is no value");
                }
                yield Double.parseDouble(text);
            }
        };
    }

    /** The characters up to one of {@code ends} or the end of the line. */
    String word(String ends) {
        int from = at;
        while (at < line.length() && ends.indexOf(line.charAt(at)) < 0) {
            at++;
        }
        return line.substring(from, at);
    }

    void skipBlanks() {
        while (at < line.length() && (line.charAt(at) == ' ' || line.charAt(at) == '\t')) {
            at++;
        }
    }

    private char peek() {
        if (at >= line.length()) {
            throw wrong("the line ends too early");
        }
        return line.charAt(at);
    }

    private void expect(char wanted) {
        if (peek() != wanted) {
            throw wrong("a " + wanted + " is missing");
        }
        at++;
    }
}
