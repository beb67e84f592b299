@needs-speech
Feature: What is said in English is said in Spanish
  Recognition, translation and speech are real. The counting clips have a truth that can be checked word by word; ten
  everyday sentences, drawn anew for each run, show that the service understands more than numbers.

  @p1 @DUB-040 @contract
  Scenario: The English numbers from one to thirty are all understood
    Given the 30 s counting clip is published
    When the programme has ended
    Then the transcripts give the words "one" to "thirty" in order, with at most 1 wrong and 1 too many

  @p1 @DUB-041 @contract
  Scenario: Numbers keep their value in Spanish
    Given the 30 s counting clip is published
    When the programme has ended
    Then every fragment has at least 3 English number words and at least 2 Spanish ones of the same values

  @p1 @DUB-042 @contract
  Scenario Outline: Six seconds of the <clip> clip are dubbed in good time
    Given the <clip> counting clip is published
    When the programme has ended
    Then every fragment is dubbed within 15 s

    Examples:
      | clip |
      | 30 s |

    @minute
    Examples:
      | clip |
      | 60 s |

  @p1 @DUB-141 @contract
  Scenario: Ten everyday sentences, chosen at run time, are understood and translated
    Given ten everyday English sentences are drawn and spoken
    When the STS dubs each of them with its general vocabulary
    Then at most 40 % of their words are misunderstood
    And every translation is the one that the translation engine gives for the transcript
    And every dub of a sentence decodes and is speech

  Rule: What is not plain speech does no harm

    @p2 @DUB-044 @contract
    Scenario: Silence stays silent
      Given a client has opened a stream at the STS
      When the client sends the 6 s silent clip
      Then the result is a success with empty texts and a dub of at most -60 dBFS

    @p2 @DUB-045 @contract
    Scenario: A voice is understood through noise
      The noise is white, 10 dB below the voice.
      Given a client has opened a stream at the STS
      When the client sends the 6 s noisy clip
      Then the result is a success in which at least 3 of the words of the 6 s noisy clip are understood

    @p2 @DUB-047 @contract
    Scenario: Two persons who speak in turn are both understood
      Given a client has opened a stream at the STS
      When the client sends the 6 s clip of two voices
      Then of each of the 2 voices of the 6 s clip of two voices at least 80 % of the words are understood

    @p2 @DUB-046 @media
    Scenario: Music reaches the viewer as it is
      Given the 12 s music clip is published
      When the programme has ended
      Then in every segment the output sounds like the source, with a correlation of at least 0.90
      And every result has empty texts
