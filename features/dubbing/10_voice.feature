@media
Feature: The viewer hears the right voice at the right place

  @p3 @DUB-010
  Scenario Outline: Each dub of the <clip> clip sounds at the place of its own segment
    Given the <clip> counting clip is published
    When the programme has ended
    Then every dub sounds within 25 ms of the place of its own segment

    Examples:
      | clip |
      | 30 s |

    @minute
    Examples:
      | clip |
      | 60 s |

  @p2 @DUB-011
  Scenario: With the echo STS the viewer hears the original voice
    Given the 30 s counting clip is published through the echo STS
    When the programme has ended
    Then in every segment the output sounds like the source, with a correlation of at least 0.90
    And every fragment is answered within 1 s

  @p3 @DUB-060
  Scenario Outline: The output of the <clip> has the sound format of the source
    Given the <clip> is published through the echo STS
    When the programme has ended
    Then the sound of the output has <rate> Hz and <channels> channels

    Examples:
      | clip                                   | rate  | channels |
      | 30 s counting clip                     | 48000 | 2        |
      | 12 s counting clip in mono at 48 kHz   | 48000 | 1        |
      | 12 s counting clip in mono at 44.1 kHz | 44100 | 1        |

    @minute
    Examples:
      | clip                                   | rate  | channels |
      | 60 s marks clip                        | 44100 | 2        |

  @p3 @DUB-061
  Scenario: The dub is silent where the source is
    The speaker of this clip speaks in the segments 1 and 3 only.
    Given the 30 s clip with pauses is published
    When the programme has ended
    Then in the segments without speech the output is silent, at most -60 dBFS
    And in every segment with speech the output sounds like the returned dub, with a correlation of at least 0.90

  @p3 @DUB-048
  Scenario Outline: The dub of the <clip> clip is as loud as the voice it replaces
    Given the <clip> counting clip is published
    When the programme has ended
    Then in every dubbed segment the output is as loud as the source within 3 LU, with no peak above -1 dBTP

    Examples:
      | clip |
      | 30 s |

    @minute
    Examples:
      | clip |
      | 60 s |

  @p3 @DUB-054
  Scenario Outline: The original voice of the <clip> clip cannot be heard under the dub
    Given the <clip> counting clip is published
    When the programme has ended
    Then in every dubbed segment at most -20 dB of the original voice is left

    Examples:
      | clip |
      | 30 s |

    @minute
    Examples:
      | clip |
      | 60 s |

  @p3 @DUB-055
  Scenario: The joins of the segments cannot be heard
    Given the 18 s tone clip is published through the echo STS
    When the programme has ended
    Then the tone sounds on without a silence of more than 10 ms or a click, steps at a join at most 1.5 times those around it

  @p3 @DUB-043 @needs-speech
  Scenario: What the viewer hears is Spanish, and it is the translation that was announced
    The suite has an ear of its own: it compares what is heard with examples of sixty English and Spanish number words.
    Given the 30 s counting clip is published
    When the programme has ended
    Then what is heard has at most 5 percentage points more word errors than the clean dub, and at most 10 % of the English words
