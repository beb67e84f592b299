@p1 @contract
Feature: A client of the STS is served as the contract says
  The suite speaks to the STS itself, as a client of its own, and checks every member of every answer.

  @DUB-015
  Scenario: A client is connected within half a second
    When a client connects to the STS 5 times over WebSocket
    Then the median time from TCP open to Socket.IO connect is at most 500 ms

  @DUB-016
  Scenario: A valid init is answered with a session within a second
    Given a client is connected to the STS
    When the client opens a stream
    Then the STS answers within 1 s with a session id, the granted in-flight limit and its capabilities

  @DUB-017 @needs-speech
  Scenario: A fragment of speech is queued and answered once, in every field as promised
    Given a client has opened a stream at the STS
    When the client sends one fragment of real speech
    Then the fragment is acknowledged as queued and answered by exactly one result
    And the result keeps the fragment contract in every field
    And the result names the fragment, stream and number it was asked for

  @DUB-018 @needs-speech
  Scenario: A dub is the audio that it declares
    Given a client has opened a stream at the STS
    When the client sends one fragment of real speech
    Then the dub decodes as "m4a" with the declared sample rate, channels and length within 25 ms
