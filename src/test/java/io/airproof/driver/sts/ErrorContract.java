package io.airproof.driver.sts;

import java.util.List;
import org.json.JSONObject;

/** The rules for an {@code error} event (contract 4.10); pure. */
public final class ErrorContract {

    private ErrorContract() {}

    /**
     * Checks the form: eight members, of the right types, and severity and retryable flag as the table has them.
     *
     * @param error the body of {@code error}
     * @param code what the table of errors has for the fault that was made
     * @param severity the same
     * @param retryable the same
     * @return what is wrong, nothing if all is well
     */
    public static List<Violation> check(JSONObject error, String code, String severity, boolean retryable) {
        Findings findings = Findings.in(error);
        findings.uuid("error_id");
        textOrNull(findings, "stream_id");
        textOrNull(findings, "fragment_id");
        findings.oneOf("code", code);
        findings.filled("message");
        findings.oneOf("severity", severity);
        findings.oneFlag("retryable", retryable);
        findings.present("metadata");
        if (!findings.isNull("metadata")) {
            findings.object("metadata");
        }
        return findings.all();
    }

    private static void textOrNull(Findings findings, String member) {
        findings.present(member);
        if (!findings.isNull(member)) {
            findings.text(member);
        }
    }
}
