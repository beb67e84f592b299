@media @resilience
Feature: Without a dub the viewer hears the original
  The picture never depends on the STS. Where there is no dub, or none that can be used, the original voice is heard
  alone, at its own level and in sync.

  Rule: A result that does not come, or cannot be used, costs one segment its dub

    @p2 @DUB-076
    Scenario: With a wait of 3 s, an answer that comes later is never heard
      Given the media-service waits up to 3 s for a result
      And the result of fragment 1 comes 5 s late
      And the 30 s counting clip is published through the tune STS
      When the programme has ended
      Then in segment 1 the viewer hears the original, with a correlation of at least 0.95
      And in segment 1 the viewer never hears the late dub, with a correlation of at most 0.10
      And in segments 0, 2, 3 and 4 the viewer hears the dub, with a correlation of at least 0.90
      And every fragment leaves at most 300 ms after its last sound was published

    @p2 @DUB-077
    Scenario: A failure, a missing dub and a broken one let the viewer hear the original without delay
      Given the STS fails at fragment 1 for good
      And the STS returns no dub for fragment 2
      And the STS returns a dub for fragment 3 that is no audio
      And the STS refuses fragment 4
      And the 30 s counting clip is published through the tune STS
      When the programme has ended
      Then in segments 1 to 4 the viewer hears the original, with a correlation of at least 0.95
      And in segment 0 the viewer hears the dub, with a correlation of at least 0.90
      And the viewer never waits more than 200 ms for a picture

    @p2 @DUB-078
    Scenario: A dub that is too short or too long by up to 20 % does not move the next one
      Given the STS returns a dub for fragment 1 that lasts 0.85 times as long
      And the STS returns a dub for fragment 2 that lasts 1.15 times as long
      And the STS returns a dub for fragment 4 that lasts 1.30 times as long
      And the 30 s counting clip is published through the tune STS
      When the programme has ended
      Then the dub of segments 0, 1 and 3 sounds within 25 ms of its place
      And in segment 4 the viewer hears the original, with a correlation of at least 0.95

    @p2 @DUB-038 @contract
    Scenario: The media-service confirms each dub that it uses, and each result that it cannot use
      Given the STS fails at fragment 1 for good
      And the STS returns no dub for fragment 2
      And the STS returns a dub for fragment 3 that is no audio
      And the STS refuses fragment 4
      And the 30 s counting clip is published through the tune STS
      When the programme has ended
      Then every result is confirmed once within 1 s, as applied for fragment 0 and as received for fragments 1 to 3

    @p3 @DUB-085
    Scenario: The counters tell why the viewer hears the original
      Given the STS fails at fragment 1 for good
      And the STS returns no dub for fragment 2
      And the STS returns a dub for fragment 3 that is no audio
      And the STS refuses fragment 4
      And the 30 s counting clip is published through the tune STS
      When the programme has ended
      Then the counters of fallbacks show as many segments as the viewer hears in the original, for these reasons
        | sts_error     | 2 |
        | no_audio      | 1 |
        | invalid_audio | 1 |

    @p2 @DUB-117 @contract
    Scenario: When a result comes late, the counters of the media-service add up
      Given the media-service waits up to 3 s for a result
      And the result of fragment 1 comes 5 s late
      And the 30 s counting clip is published through the tune STS
      When the programme has ended
      Then fragments sent are fragments answered, timed out and lost, and segments cut are segments published and dropped

  Rule: An STS that never answers costs the viewer nothing but the dub

    @p2 @DUB-083 @minute
    Scenario: The whole programme reaches the viewer with its original sound
      Given the STS never answers
      And the 60 s counting clip is published through the tune STS
      When the programme has ended
      Then in every segment the viewer hears the original, with a correlation of at least 0.95
      And the output lasts 60 s within 1 s
      And every frame of the clip reaches the viewer unchanged, once and in order

    @p3 @DUB-084 @minute
    Scenario: The original is heard as it was sent
      Given the STS never answers
      And the 60 s counting clip is published through the tune STS
      When the programme has ended
      Then the original is heard at its own level within 1 dB, less than 120 ms from its picture

  Rule: Who fails five times in a row is left in peace for a while

    Segments of 2 s and a rest of 5 s, instead of 6 s and 30 s, let all of it happen within 30 s.

    @p2 @DUB-079
    Scenario: After five failures in a row nothing is sent for a while, and the original is heard
      Given segments of 2 s
      And a circuit breaker that rests for 5 s
      And the STS fails at fragments 0 to 5, and another try might help
      And the 30 s counting clip is published through the tune STS
      When the programme has ended
      Then 5 fragments leave before the first pause in sending, which lasts at least 5 s
      And in segments 0 to 9 the viewer hears the original, with a correlation of at least 0.95

    @p2 @DUB-081
    Scenario: Then one fragment is tried, and what becomes of it decides
      Given segments of 2 s
      And a circuit breaker that rests for 5 s
      And the STS fails at fragments 0 to 5, and another try might help
      And the 30 s counting clip is published through the tune STS
      When the programme has ended
      Then one probe that fails leaves 5 to 7 s after the failure that opened the breaker
      And one probe that succeeds leaves 5 to 7 s after the failed one
      And in segments 12 to 14 the viewer does not hear the original, with a correlation of at most 0.3

    @p2 @DUB-081 @nightly @minute
    Scenario: With the usual rest, the probe leaves after 30 s
      Given the STS fails at fragments 0 to 4, and another try might help
      And the 120 s marks clip with a fast sound clock is published through the tune STS
      When the programme has ended
      Then 5 fragments leave before the first pause in sending, which lasts at least 30 s
      And one probe that succeeds leaves 30 to 37 s after the failure that opened the breaker

    @p2 @DUB-082 @contract
    Scenario: Every change of the breaker is seen from outside
      Given segments of 2 s
      And a circuit breaker that rests for 5 s
      And the STS fails at fragments 0 to 5, and another try might help
      And the 30 s counting clip is published through the tune STS
      When the programme has ended
      Then gauge, health and log tell of the breaker as closed, open, half-open, open, half-open and closed, within 1 s

    @p2 @DUB-080
    Scenario: Failures that no other try would mend, and failures with a success between them, stop nothing
      Given segments of 1 s
      And the STS fails at fragments 0 to 9 for good
      And the STS fails at fragments 11 to 14, and another try might help
      And the STS fails at fragments 16 to 19, and another try might help
      And the 30 s counting clip is published through the tune STS
      When the programme has ended
      Then every segment from the first that was sent to the last of the clip is sent, 29 or more
