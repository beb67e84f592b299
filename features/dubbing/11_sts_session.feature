@contract
Feature: A session at the STS begins, pauses and ends as agreed
  The suite speaks to the STS itself, as a client of its own. A session belongs to its connection: an init opens it, an end
  closes it, and whatever is wrong in between is said in an answer, never by silence.

  @p2 @DUB-022
  Scenario: A bad init is refused with its own code, and the same connection can try again
    Given the client speaks to the echo STS
    When the client tries to open a stream with each of these faults
      | member                   | value           | code                  |
      | stream_id                |                 | INVALID_CONFIG        |
      | stream_id                | "live/one"      | INVALID_CONFIG        |
      | worker_id                | ""              | INVALID_CONFIG        |
      | config                   |                 | INVALID_CONFIG        |
      | config.chunk_duration_ms | 99              | INVALID_CONFIG        |
      | config.sample_rate_hz    | 96001           | INVALID_CONFIG        |
      | config.channels          | "2"             | INVALID_CONFIG        |
      | config.format            | "wav"           | INVALID_CONFIG        |
      | config.domain_hints      | "numbers"       | INVALID_CONFIG        |
      | config.source_language   | "e"             | INVALID_CONFIG        |
      | max_inflight             | 11              | INVALID_CONFIG        |
      | timeout_ms               | 999             | INVALID_CONFIG        |
      | config.target_language   | "fr"            | UNSUPPORTED_LANGUAGE  |
      | config.voice_profile     | "nobody"        | INVALID_VOICE_PROFILE |
    Then each try is refused with its code within 1 s
    And the same connection can still open a stream

  @p2 @DUB-023
  Scenario: A fragment without a session is refused and not acknowledged
    Given the client speaks to the echo STS
    When the client sends one fragment before it opens a stream and one after it has ended it
    Then each of them is refused once with "STREAM_NOT_FOUND"
    And none of them is acknowledged within 2 s

  @p2 @DUB-024 @needs-control
  Scenario: A pause finishes what was accepted and refuses what is new
    Given the client speaks to an echo STS that takes 300 ms for each fragment
    When the client sends 2 fragments, pauses, sends a third, resumes, and sends the third again
    Then the 2 accepted fragments are finished after the pause
    And the third is refused with "STREAM_PAUSED" during the pause and answered after the resume

  @p2 @DUB-025 @needs-control
  Scenario: At the end every accepted fragment is answered, the totals add up, and the STS hangs up
    Given the client speaks to an echo STS that takes 300 ms for each fragment
    When the client sends 50 fragments, has 5 of them fail, and ends the stream right after the last
    Then every fragment is answered before the stream is complete, 45 with success and 5 with failure
    And the totals are 45 successes, 0 partial results and 5 failures of 50 fragments
    And the STS closes the connection 5 s later, within 0.5 s

  @p2 @DUB-145 @needs-control
  Scenario: A second init on a connection starts a fresh session
    Given the client speaks to an echo STS that takes 300 ms for each fragment
    When the client opens a stream, leaves a fragment unanswered, opens it again and sends 2 fragments
    Then the second session has an id of its own and takes numbers from 0
    And nothing is heard of the first session, and the totals count 2 fragments

  @p2 @DUB-033
  Scenario: A forced disconnect comes at the announced time
    Given the client speaks to the echo STS
    When the client asks to be disconnected after 500 ms
    Then the connection is closed 500 ms after the acknowledgement, within 100 ms

  @p2 @DUB-034 @needs-control
  Scenario: With a ping interval and a ping timeout of 1 s each a silent client is closed within 2 s and its session is freed
    Given the client speaks to an echo STS with these settings
      | WS_PING_INTERVAL | 1 |
      | WS_PING_TIMEOUT  | 1 |
    When the client opens a stream and answers no ping
    Then its connection is closed within 2 s
    And its session is freed within 1 s of that

  @p2 @DUB-034 @needs-control @nightly
  Scenario: A silent client is closed within 35 s and its session is freed
    Given the client speaks to an echo STS with these settings
      | WS_PING_INTERVAL | 25 |
      | WS_PING_TIMEOUT  | 10 |
    When the client opens a stream and answers no ping
    Then its connection is closed within 35 s
    And its session is freed within 1 s of that

  @p2 @DUB-035
  Scenario: The STS speaks WebSocket only
    Given the client speaks to the echo STS
    When the client tries a handshake by polling
    Then the handshake is refused with HTTP status 400

  @p3 @DUB-112 @needs-control @needs-speech
  Scenario: The STS says that it is healthy only when it can dub
    Given the client speaks to a dubbing STS with these settings
      | LOG_LEVEL | INFO |
    When it starts, is asked for its health until it is well, and at once gets a fragment of speech
    Then it says that it is starting, with status 503, until it is well
    And the first fragment is dubbed
