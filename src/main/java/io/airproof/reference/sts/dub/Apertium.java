package io.airproof.reference.sts.dub;

import java.nio.charset.StandardCharsets;

/** Translates by Apertium, one short-lived pipeline per text: texts cannot influence each other. */
final class Apertium implements Translator {

    private static final String MODE = "eng-spa";

    private final Tool tool;

    Apertium(Tool tool) {
        this.tool = tool;
    }

    @Override
    public String translate(String text) throws ToolException {
        String translation =
                new String(tool.run(text.getBytes(StandardCharsets.UTF_8), "-u", MODE), StandardCharsets.UTF_8).strip();
        if (translation.isEmpty()) {
            throw new ToolException("apertium gave no translation; is the language pair there? "
                    + "run \"apt-get install apertium-eng-spa\"");
        }
        return translation;
    }

    @Override
    public String model() {
        return "apertium-" + MODE;
    }

    @Override
    public void close() {
        tool.close();
    }
}
