package io.airproof.reference.sts.dub;

import edu.cmu.sphinx.jsgf.JSGFGrammar;
import edu.cmu.sphinx.linguist.language.grammar.GrammarNode;
import java.io.IOException;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The grammar of numbers, read by one listener at a time: the library has one parser for all, and two that begin together
 * get each other's words.
 */
public final class NumberGrammar extends JSGFGrammar {

    private static final Lock PARSER = new ReentrantLock();

    @Override
    protected GrammarNode createGrammar() throws IOException {
        PARSER.lock();
        try {
            return super.createGrammar();
        } finally {
            PARSER.unlock();
        }
    }
}
