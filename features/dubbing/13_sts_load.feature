@contract
Feature: The STS serves as many as it promises, and one too many disturbs nobody

  @p2 @DUB-132 @needs-control
  Scenario: Ten sessions at once get their own results, in order
    Given the client speaks to an echo STS that takes 300 ms for each fragment
    When 10 clients send 5 fragments each, all at once
    Then each gets 5 results in order within 5 s
    And no event of another client is heard

  @p3 @DUB-036 @needs-control
  Scenario: The 11th connection is told why it is refused, while ten sessions work on
    Given the client speaks to an echo STS with these settings
      | WS_MAX_CONNECTIONS | 10 |
    When 10 clients open a stream, one more connects, and each of the 10 sends 3 fragments
    Then the one is refused with "connection limit reached" and "RATE_LIMIT"
    And each of the others gets 3 results

  @p2 @DUB-071 @needs-control
  Scenario: The STS warns before it refuses, and says when it can take more
    Given the client speaks to an echo STS that takes 300 ms for each fragment
    When the client sends 11 fragments at once
    Then the client is told of the load within 100 ms of each change, in these words
      | slow_down | 4 | 500  |
      | pause     | 7 | 2000 |
      | slow_down | 6 | 500  |
      | none      | 3 | none |
    And one fragment is refused with "BACKPRESSURE_EXCEEDED", and 10 are answered

  @p2 @DUB-146 @needs-control
  Scenario: With backpressure switched off no event is sent, and the 11th fragment is still refused
    Given the client speaks to an echo STS with these settings
      | BACKPRESSURE_ENABLED     | false |
      | ECHO_PROCESSING_DELAY_MS | 300   |
    When the client sends 11 fragments at once
    Then no event says "backpressure"
    And one fragment is refused with "BACKPRESSURE_EXCEEDED", and 10 are answered

  @p2 @DUB-147 @needs-control
  Scenario: With a limit of 1 MiB a larger message closes its own connection only
    Given the client speaks to an echo STS with these settings
      | WS_MAX_BUFFER_SIZE | 1048576 |
    When one client sends a message of 1048576 bytes, and then another a fragment
    Then the connection of the first is closed within 1 s
    And the other is answered and stays connected
