package io.airproof.report.site;

import freemarker.template.TemplateMethodModelEx;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateNumberModel;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/** The words of the site itself, in the language of the reader. Features keep the language they are written in. */
final class Texts implements TemplateMethodModelEx {
    /** The languages that the site has. */
    static final List<String> LANGUAGES = List.of("en", "es");

    private static final String BUNDLE = "report.site";

    private final ResourceBundle bundle;
    private final Locale locale;

    private Texts(Locale locale) {
        this.locale = locale;
        this.bundle = ResourceBundle.getBundle(
                BUNDLE, locale, ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /**
     * The words in a language.
     *
     * @param language {@code en} or {@code es}
     * @throws IllegalArgumentException when there is no such language; the message lists those there are
     */
    static Texts in(String language) {
        if (!LANGUAGES.contains(language)) {
            throw new IllegalArgumentException(
                    "The site has no language \"" + language + "\". Set report.language to one of " + LANGUAGES + ".");
        }
        return new Texts(Locale.forLanguageTag(language));
    }

    /** The language as HTML names it. */
    String language() {
        return locale.getLanguage();
    }

    /**
     * The text with its arguments in place.
     *
     * @throws MissingResourceException when there is none; the message names the key
     */
    String text(String key, Object... arguments) {
        return new MessageFormat(bundle.getString(key), locale).format(arguments);
    }

    /** The text, or what stands in for it: names that runs give to facts are open. */
    String textOr(String key, String otherwise) {
        return bundle.containsKey(key) ? text(key) : otherwise;
    }

    /** For templates: {@code t('key', argument, …)}. */
    @Override
    @SuppressWarnings("rawtypes") // The interface is older than type arguments.
    public Object exec(List arguments) throws TemplateModelException {
        List<Object> values = new ArrayList<>();
        for (Object argument : arguments) {
            values.add(argument instanceof TemplateNumberModel number ? number.getAsNumber() : argument.toString());
        }
        String key = values.get(0).toString();
        try {
            return text(key, values.subList(1, values.size()).toArray());
        } catch (MissingResourceException e) {
            throw new TemplateModelException("The site has no text \"" + key + "\".", e);
        }
    }
}
