@contract
Feature: Every fragment is acknowledged at once and answered once, in order, whatever is wrong with it
  A fault concerns the fragment that has it, and nothing else: the session goes on, and so do the sessions of others.

  @p2 @DUB-019 @needs-speech
  Scenario: A fragment is acknowledged within 50 ms, also while three others are being dubbed
    Given the client speaks to the dubbing STS
    When the client sends 30 fragments, ten in a row, of which the first 3 hold 6 s of speech
    Then 95 % of the fragments are acknowledged within 50 ms
    And at least 21 of them while 3 others are unanswered

  @p2 @DUB-020 @needs-speech
  Scenario: A result states its times truthfully
    Given the client speaks to the dubbing STS
    When the client sends 3 fragments of speech one by one
    Then no stage took less than 0 ms, and all three together no longer than the whole
    And the processing time is within 100 ms of what the client saw

  @p2 @DUB-021 @needs-speech
  Scenario: Results come back in order, even when a later one could be finished first
    Given the client speaks to the dubbing STS
    When the client sends 6 s of speech and 9 pieces of half a second at once
    Then 10 results come back in the order of their numbers, each for another fragment
    And every later result is there within 200 ms of the first

  @p2 @DUB-026 @needs-control
  Scenario: A fragment of 10 MiB is taken, a larger one is refused, and the connection stays open
    10 MiB of audio are 13981016 characters of base64.
    Given the client speaks to an echo STS that takes 300 ms for each fragment
    When the client sends a fragment of 13981016 characters of audio, one of 13981020, and one as usual
    Then the first is acknowledged and answered, the second refused with "FRAGMENT_TOO_LARGE", the third answered

  @p2 @DUB-027 @needs-speech
  Scenario: A fault fails its own fragment only
    An error event means that the fragment was never accepted; undecodable audio is accepted and then fails.
    Given the client speaks to the dubbing STS
    When the client sends a fragment with each of these faults, and a good one after each
      | member               | value                                  | code                 |
      | fragment_id          |                                        | MALFORMED_DATA       |
      | fragment_id          | "seven"                                | MALFORMED_DATA       |
      | stream_id            | "another"                              | MALFORMED_DATA       |
      | sequence_number      | "0"                                    | MALFORMED_DATA       |
      | sequence_number      | -1                                     | MALFORMED_DATA       |
      | timestamp            |                                        | MALFORMED_DATA       |
      | audio                |                                        | MALFORMED_DATA       |
      | audio                | []                                     | MALFORMED_DATA       |
      | audio.format         | "wav"                                  | MALFORMED_DATA       |
      | audio.sample_rate_hz | 7999                                   | MALFORMED_DATA       |
      | audio.channels       | 3                                      | MALFORMED_DATA       |
      | audio.duration_ms    | 60001                                  | MALFORMED_DATA       |
      | audio.duration_ms    | 0.5                                    | MALFORMED_DATA       |
      | audio.data_base64    |                                        | MALFORMED_DATA       |
      | audio.data_base64    | "AAA"                                  | MALFORMED_DATA       |
      | audio.data_base64    | "AAAA\\nAAA"                           | MALFORMED_DATA       |
      | audio.data_base64    | "AA-_"                                 | MALFORMED_DATA       |
      | audio.data_base64    | "bm8gYXVkaW8gYXQgYWxsLCBidXQgdGV4dA==" | INVALID_AUDIO_FORMAT |
      | audio.data_base64    | "AAAAIGZ0eXBNNEEgAAACAE00QSBpc29taXNvMgAAAAA=" | INVALID_AUDIO_FORMAT |
    Then each faulty fragment is answered with its code
    And each good fragment succeeds

  @p2 @DUB-028
  Scenario: With a timeout of 1 s a gap in the numbers is given up, and what was held behind it arrives
    Given the client speaks to the echo STS
    When the client sends the numbers 0, 2 and 3 on a session with a timeout of 1 s
    Then one error names the missing number 1 within 2 s
    And the held results follow within 1 s

  @p2 @DUB-028
  Scenario: A repeated id and a number that is too far ahead are refused at once
    Given the client speaks to the echo STS
    When the client sends a fragment id twice, then a number that is too far ahead, then a good fragment
    Then the first two are each refused once with "INVALID_SEQUENCE", and the good one is answered

  @p2 @DUB-029
  Scenario: A failed fragment is processed again when it is sent again, and once only
    Given the client speaks to the echo STS
    When a fragment fails, the client sends it twice more, and then another
    Then the failed fragment is acknowledged and answered once more, and no third time

  @p2 @DUB-030 @needs-control @needs-speech
  Scenario: A dub is a success, partial or a failure by its length
    The voice of this STS may not hurry, so that some of its dubs are longer than their originals.
    Given the client speaks to a dubbing STS with these settings
      | TTS_MAX_PACE | 60 |
    When the client sends a sentence with pauses after it of 0, 400, 600, 800, 1000, 1400 and 2000 ms
    Then at least one result is a success, at least one is partial, and at least one has failed
    And every success is at most 10 % off the original length
    And every partial result is more than 10 and at most 20 % off, and says so
    And every failure has the code "DURATION_MISMATCH_EXCEEDED", no dub, and is more than 20 % off

  @p2 @DUB-031 @needs-control
  Scenario: Every error says what it is about, how bad it is, and whether another try may help
    Given the client speaks to an echo STS that takes 300 ms for each fragment
    When the client provokes each of these errors
      | provoked by                       | code                  | severity | retryable |
      | a fragment without a session      | STREAM_NOT_FOUND      | error    | no        |
      | a fragment after the end          | STREAM_NOT_FOUND      | error    | no        |
      | a fragment during a pause         | STREAM_PAUSED         | warning  | yes       |
      | an init without a worker id       | INVALID_CONFIG        | error    | no        |
      | an init with French as its target | UNSUPPORTED_LANGUAGE  | error    | no        |
      | an init with an unknown voice     | INVALID_VOICE_PROFILE | error    | no        |
      | a fragment of another stream      | MALFORMED_DATA        | error    | no        |
      | a fragment above 10 MiB           | FRAGMENT_TOO_LARGE    | error    | no        |
      | a number too far ahead            | INVALID_SEQUENCE      | error    | no        |
      | an eleventh unanswered fragment   | BACKPRESSURE_EXCEEDED | warning  | yes       |
    Then every error has all eight members, as the table says
    And no two of them have the same id

  @p2 @DUB-032
  Scenario: A simulated error hits the chosen fragment of its own session only
    Given the client speaks to the echo STS
    When a client asks for a "TTS_SYNTHESIS_FAILED" on number 1, and two clients send 3 fragments each
    Then the results of the first client are success, "failed TTS_SYNTHESIS_FAILED at tts, retryable false" and success
    And those of the second are three successes

  @p2 @DUB-118 @needs-control
  Scenario: The STS counts every fragment, stage and error once
    Given the client speaks to an echo STS that takes 90 ms for each fragment
    When the client sends 10 fragments, of which every 5th fails with "TRANSLATION_FAILED", and one that is refused
    Then each histogram of durations counts one observation for each answered fragment
    And the mean of each stage is that of the results within 1 ms
    And 2 failures with "TRANSLATION_FAILED" and 1 refusal are counted, as many as were provoked
