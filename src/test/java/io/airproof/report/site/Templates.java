package io.airproof.report.site;

import freemarker.template.Configuration;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** The templates of the pages. Everything they insert is escaped by the template's output format. */
final class Templates {
    private final Configuration configuration;

    Templates(Texts texts) {
        configuration = new Configuration(Configuration.VERSION_2_3_34);
        configuration.setClassLoaderForTemplateLoading(Templates.class.getClassLoader(), "report/templates");
        configuration.setDefaultEncoding(StandardCharsets.UTF_8.name());
        configuration.setURLEscapingCharset(StandardCharsets.UTF_8.name());
        configuration.setLocale(Locale.ROOT);
        configuration.setNumberFormat("computer");
        configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        configuration.setLogTemplateExceptions(false);
        configuration.setWrapUncheckedExceptions(true);
        configuration.setWhitespaceStripping(true);
        configuration.setSharedVariable("t", texts);
        try {
            configuration.setSharedVariable("language", texts.language());
        } catch (freemarker.template.TemplateModelException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Fills a template.
     *
     * @param name file name of the template
     * @param model what it may use
     * @throws IllegalStateException when the template asks for something that the model does not have
     */
    String fill(String name, Map<String, Object> model) {
        StringWriter text = new StringWriter();
        try {
            configuration.getTemplate(name).process(model, text);
        } catch (TemplateException e) {
            throw new IllegalStateException("The template " + name + " cannot be filled: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException("The template " + name + " cannot be read: " + e.getMessage(), e);
        }
        return text.toString();
    }

    /**
     * Fills a template into a file.
     *
     * @throws UncheckedIOException when the file cannot be written; the message names it
     */
    void write(String name, Map<String, Object> model, Path file) {
        try {
            Files.createDirectories(file.resolveSibling(""));
            Files.writeString(file, fill(name, model));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write the page " + file + ": " + e.getMessage(), e);
        }
    }
}
