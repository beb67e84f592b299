package io.airproof.world;

import static org.assertj.core.api.Assertions.assertThat;

import io.airproof.driver.http.HttpCaller.Answer;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class HookReplyTest {

    private static Answer answer(int status, String body) {
        return new Answer(status, "application/json", body.replace('\'', '"'), Duration.ofMillis(3));
    }

    @Test
    void aPromisedAnswerHasNoFault() {
        String started =
                "{'status':'worker_started','message':'m','stream_id':'a','correlation_id':'00000000-0000-4000-8000-000000000000'}";
        String skipped = "{'status':'skipped','message':'m','stream_id':'a','direction':'out'}";
        assertThat(HookReply.faults(answer(200, started), "a", "in", "worker_started"))
                .isEmpty();
        assertThat(HookReply.faults(answer(200, skipped), "a", "out", "skipped"))
                .isEmpty();
        assertThat(HookReply.faultsOfRefusal(
                        answer(422, "{'detail':[{'loc':['body','path'],'msg':'m','type':'t'}]}"), "path"))
                .isEmpty();
        assertThat(HookReply.faultsOfRoot(
                        answer(200, "{'service':'stream-orchestration','version':'1.0.0','status':'running'}")))
                .isEmpty();
    }

    @Test
    void everyFaultIsNamed() {
        assertThat(HookReply.faults(answer(201, "{'status':'ok','stream_id':'b','more':1}"), "a", "in", "skipped"))
                .anyMatch(fault -> fault.contains("HTTP status is 201"))
                .anyMatch(fault -> fault.contains("status is ok instead of skipped"))
                .anyMatch(fault -> fault.contains("stream_id is b"))
                .anyMatch(fault -> fault.contains("no message"))
                .anyMatch(fault -> fault.contains("members is"))
                .anyMatch(fault -> fault.contains("no UUID"));
        assertThat(HookReply.faultsOfRefusal(
                        answer(422, "{'detail':[{'loc':['body','path'],'msg':'m','type':'t'}]}"), "sourceId"))
                .singleElement()
                .asString()
                .contains("sourceId is not named");
        assertThat(HookReply.faultsOfRoot(answer(200, "no JSON"))).anyMatch(fault -> fault.contains("no JSON object"));
        assertThat(HookReply.faultsOfRoot(
                        answer(200, "{'service':'stream-orchestration','version':'one','status':'running'}")))
                .singleElement()
                .asString()
                .contains("no semantic version");
    }
}
