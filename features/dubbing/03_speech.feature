@p1 @needs-speech
Feature: What is said in English is said in Spanish
  Recognition, translation and speech are real. The counting clips have a truth that can be checked word by word; ten
  everyday sentences, drawn anew for each run, show that the service understands more than numbers.

  @DUB-040 @contract
  Scenario: The English numbers from one to thirty are all understood
    Given the 30 s counting clip is published
    When the programme has ended
    Then the transcripts give the words "one" to "thirty" in order, with at most 1 wrong and 1 too many

  @DUB-041 @contract
  Scenario: Numbers keep their value in Spanish
    Given the 30 s counting clip is published
    When the programme has ended
    Then every fragment has at least 3 English number words and at least 2 Spanish ones of the same values

  @DUB-042 @contract
  Scenario Outline: Six seconds of the <clip> clip are dubbed in good time
    Given the <clip> counting clip is published
    When the programme has ended
    Then every fragment is dubbed within 15 s

    Examples:
      | clip |
      | 30 s |
      | 60 s |

  @DUB-141 @contract
  Scenario: Ten everyday sentences, chosen at run time, are understood and translated
    Given ten everyday English sentences are drawn and spoken
    When the STS dubs each of them with its general vocabulary
    Then at most 40 % of their words are misunderstood
    And every translation is the one that the translation engine gives for the transcript
    And every dub of a sentence decodes and is speech
