@contract
Feature: The source is cut every six seconds
  Each fragment is looked for in the sound that was published. What it says about itself is compared with what it is.

  @p2 @DUB-062
  Scenario Outline: The fragments of the <clip> clip lie on a grid of six seconds
    Given the <clip> counting clip is published
    When the programme has ended
    Then every fragment but the last lasts 6 s within 100 ms
    And every fragment starts within 25 ms of its place on the grid of 6 s, as it says itself

    Examples:
      | clip |
      | 30 s |

    @minute
    Examples:
      | clip |
      | 60 s |

  @p3 @DUB-067
  Scenario Outline: Between the fragments of the <clip> clip no sample is lost or doubled
    Given the <clip> counting clip is published
    When the programme has ended
    Then the fragments hold the source, with a correlation of at least 0.95, shifted by never more than <frame> ms

    Examples: one frame of AAC at the rate of the clip
      | clip | frame |
      | 30 s | 21.4  |

    @minute
    Examples: one frame of AAC at the rate of the clip
      | clip | frame |
      | 60 s | 23.3  |

  @p2 @DUB-066
  Scenario: A fragment leaves as soon as its last sound is there
    Given the 30 s counting clip is published
    When the programme has ended
    Then every fragment leaves at most 300 ms after its last sound was published

  @p2 @DUB-068
  Scenario: Fragments carry what the contract asks for, and are what they declare
    Given the 30 s counting clip is published
    When the programme has ended
    Then every fragment keeps the fragment contract, with ids used once and numbers without a hole
    And every fragment is the audio that it declares, its length within 25 ms

  Rule: What is left at the end

    @p2 @DUB-064 @minute
    Scenario: A tail of two seconds is a segment of its own
      Given the 62 s counting clip is published through the echo STS
      When the programme has ended
      Then 11 fragments are sent, the last of 1.9 to 2.05 s
      And the output lasts 62 s within 0.5 s

    @p3 @DUB-065 @minute
    Scenario: A tail under a second is shown and heard, but not dubbed
      Given the 60.8 s counting clip is published through the echo STS
      When the programme has ended
      Then 10 fragments are sent
      And the output lasts 60.8 s within 0.1 s
