@p1 @media
Feature: A live programme goes out dubbed
  The broadcaster speaks English, live. The viewer sees the same pictures and hears Spanish, a few seconds later.
  One publication of each clip proves all the promises below: what the broadcaster sent, what went to the STS and
  came back, and what the viewer received are three separate records, and every verdict is taken from them.

  Rule: Every six seconds of speech are dubbed once

    @DUB-001
    Scenario: A broadcaster who speaks for 30 s has five fragments dubbed
      Given the 30 s counting clip is published
      When the programme has ended
      Then 5 fragments are sent and 5 are dubbed within 180 s of publishing
      And no fragment is refused, lost or dubbed twice

    @DUB-002 @minute
    Scenario: A broadcaster who speaks for 60 s has ten fragments dubbed
      Given the 60 s counting clip is published
      When the programme has ended
      Then 10 fragments are sent and 10 are dubbed within 300 s of publishing
      And no fragment is refused, lost or dubbed twice

    @DUB-004
    Scenario Outline: Every dub of the <clip> clip comes with what was heard and what is said
      Given the <clip> counting clip is published
      When the programme has ended
      Then every result carries a dub, an English transcript and a Spanish text

      Examples:
        | clip |
        | 30 s |

      @minute
      Examples:
        | clip |
        | 60 s |

  Rule: The viewer receives a complete stream

    @DUB-005
    Scenario: The dubbed stream can be watched within a second of the first dub
      Given the 30 s counting clip is published
      When the programme has ended
      Then the output path is readable at most 1 s after the first dub was returned

    @DUB-006
    Scenario: The viewer receives one picture track and one sound track
      Given the 30 s counting clip is published
      When the programme has ended
      Then a 10 s reading of the output holds exactly one H.264 and one AAC stream

    @DUB-007
    Scenario: 30 s that are sent are 30 s that are seen
      Given the 30 s counting clip is published
      When the programme has ended
      Then the output lasts 30 s within 0.5 s

    @DUB-008 @minute
    Scenario: 60 s that are sent are 60 s that are seen
      Given the 60 s counting clip is published
      When the programme has ended
      Then the output lasts 60 s within 1 s

  Rule: The viewer hears the dub, and only the dub

    @DUB-009
    Scenario Outline: In every segment of the <clip> clip the viewer hears the dub that the STS returned
      Given the <clip> counting clip is published
      When the programme has ended
      Then in every segment the output sounds like the returned dub, with a correlation of at least 0.90

      Examples:
        | clip |
        | 30 s |

      @minute
      Examples:
        | clip |
        | 60 s |

    @DUB-142
    Scenario Outline: What the viewer of the <clip> clip hears is not the source
      Given the <clip> counting clip is published
      When the programme has ended
      Then in no segment the output resembles the source, with a correlation of at most 0.3

      Examples:
        | clip |
        | 30 s |

      @minute
      Examples:
        | clip |
        | 60 s |
