@resilience
Feature: The connection to the STS may break
  Every stream has a connection and a session of its own. Whatever becomes of them, the picture goes on.

  Rule: The session begins and ends in order

    @p2 @DUB-037 @contract
    Scenario: The media-service says truthfully who it is and what it sends
      Given the 30 s counting clip is published
      When the programme has ended
      Then the media-service presents its stream and worker, and fills in every field of the session truthfully
      And no fragment is sent before the session is open

    @p2 @DUB-039 @contract
    Scenario: At the end the media-service waits for the STS to complete the session
      Given the STS completes the session 3 s late
      And the 18 s tone clip is published through the tune STS
      When the programme has ended
      Then the media-service ends the session, and disconnects only when it is complete

    @p2 @DUB-110 @contract
    Scenario: What the STS returns is what is heard, untouched on the way
      Given the 30 s counting clip is published through the echo STS
      When the programme has ended
      Then every dub is the very audio that was sent
      And in every segment the viewer hears the dub, with a correlation of at least 0.95

  Rule: A connection that breaks is made again

    @p2 @DUB-086
    Scenario: Fragments on their way are given up at once
      Given the STS never answers fragments 0 and 1
      And the link to the STS is reset at 13 s, and all is well after it
      And the 30 s counting clip is published through the tune STS
      When the programme has ended
      Then within 1 s of the reset 2 more segments have fallen back, and the loss is logged
      And in segments 0 and 1 the viewer hears the original, with a correlation of at least 0.95

    @p2 @DUB-088
    Scenario: A new session begins with the next whole segment
      Given the STS never answers fragments 0 and 1
      And the link to the STS is reset at 13 s, and all is well after it
      And the 30 s counting clip is published through the tune STS
      When the programme has ended
      Then a new session is open and its fragment 0 sent at most 7 s after the reset
      And one reconnection is counted, and the breaker is closed
      And in segments 2 to 4 the viewer hears the dub, with a correlation of at least 0.90

    @p3 @DUB-090 @media
    Scenario: The viewer sees nothing of it
      Given the STS never answers fragments 0 and 1
      And the link to the STS is reset at 13 s, and all is well after it
      And the 30 s counting clip is published through the tune STS
      When the programme has ended
      Then every frame of the clip reaches the viewer unchanged, once and in order
      And the viewer never waits more than 200 ms for a picture

    @p3 @DUB-111
    Scenario: Health tells of it
      Given the STS never answers fragments 0 and 1
      And the link to the STS is reset at 13 s, and all is well after it
      And the 30 s counting clip is published through the tune STS
      When the programme has ended
      Then health tells of the stream, one after the other, as
        | dubbing                     |
        | degraded (sts_reconnecting) |
        | dubbing                     |
        | draining                    |
      And "degraded (sts_reconnecting)" at most 1 s after "link reset"

    @p2 @DUB-087
    Scenario: With a first wait of 300 ms, the media-service tries again after 0.3, 0.6, 1.2, 2.4 and 4.8 s, and no more
      Given a first wait of 300 ms before the STS is tried again
      And the STS goes away at 8 s for good
      And the 30 s counting clip is published through the tune STS
      When the programme has ended
      Then it is tried 5 times, each time after twice the wait before, within 20 %, from 300 ms on

    @p2 @DUB-087 @nightly @minute
    Scenario: With the usual first wait, it tries again after 2, 4, 8, 16 and 32 s
      Given the STS goes away at 8 s for good
      And the 120 s marks clip with a fast sound clock is published through the tune STS
      When the programme has ended
      Then it is tried 5 times, each time after twice the wait before, within 20 %, from 2000 ms on

    @p2 @DUB-087
    Scenario: A try that brings no session is given up after 10 s
      Given the STS opens no session at the first try
      And the 30 s counting clip is published through the tune STS
      When the programme has ended
      Then the first connection is given up 10 s within 1 s after its session was asked for
      And in segment 0 the viewer hears the original, with a correlation of at least 0.95

    @p2 @DUB-089
    Scenario: After the fifth failed try the stream is declared failed, and goes on in the original
      Given a first wait of 300 ms before the STS is tried again
      And the STS goes away at 8 s for good
      And the 30 s counting clip is published through the tune STS
      When the programme has ended
      Then health tells of "failed (sts_unreachable)" at most 1 s after the fifth try, and there is no sixth
      And in segments 1 to 4 the viewer hears the original, with a correlation of at least 0.95
      And the viewer never waits more than 200 ms for a picture

    @p2 @DUB-091
    Scenario: An STS that comes late dubs from the next segment on
      Given a first wait of 3000 ms before the STS is tried again
      And the STS is not there until 7 s
      And the 30 s counting clip is published through the tune STS
      When the programme has ended
      Then the first dub is there at most 8 s and its processing after the session was open
      And in segment 0 the viewer hears the original, with a correlation of at least 0.95
      And in segments 1 to 4 the viewer hears the dub, with a correlation of at least 0.90

    @p2 @DUB-092
    Scenario: A session that the STS has lost is opened anew on the same connection
      Given the STS has forgotten the session when fragment 2 comes
      And the 30 s counting clip is published through the tune STS
      When the programme has ended
      Then a second session is asked for on the same connection at most 1 s after the refusal, and begins with number 0
      And in segments 0, 1, 3 and 4 the viewer hears the dub, with a correlation of at least 0.90

  Rule: A connection by TLS is made with a certificate that is trusted, and with no other

    @p3 @DUB-149
    Scenario: An STS behind TLS dubs like any other
      Given the STS is behind TLS, with a certificate that the media-service is told to trust
      And the 18 s tone clip is published through the tune STS
      When the programme has ended
      Then the session is held over TLS
      And in every segment the viewer hears the dub, with a correlation of at least 0.90

    @p3 @DUB-149
    Scenario: An STS with a certificate that nobody knows is not talked to, and the original goes on
      Given a first wait of 300 ms before the STS is tried again
      And the STS is behind TLS, with a certificate that nobody knows
      And the 18 s tone clip is published through the tune STS
      When the programme has ended
      Then the media-service turns back at the certificate, and nothing is sent
      And health tells of "failed (sts_unreachable)" before the programme has ended
      And in every segment the viewer hears the original, with a correlation of at least 0.95
