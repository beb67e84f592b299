// Command mtx-hook tells the media-service that a stream became ready or not ready.
//
// MediaMTX runs it as "mtx-hook ready" or "mtx-hook not-ready" and describes the stream in
// environment variables. It posts one JSON event to ORCHESTRATOR_URL, once, and exits 0 when the
// answer is a 2xx, 1 in every other case. A failing hook never disturbs the stream.
package main

import (
	"fmt"
	"io"
	"net/http"
	"os"
	"time"
)

// timeout is the limit for the whole request (contract of the dubbing system, section 8).
const timeout = 5 * time.Second

func main() {
	os.Exit(run(os.Args[1:], os.Getenv, os.Stdout, timeout))
}

// run does the work of main and returns the exit code.
func run(args []string, getenv func(string) string, log io.Writer, limit time.Duration) int {
	report, err := notify(args, getenv, &http.Client{Timeout: limit, CheckRedirect: stayHere})
	if err != nil {
		fmt.Fprintf(log, "mtx-hook: %v\n", err)
		return 1
	}
	fmt.Fprintf(log, "mtx-hook: %s\n", report)
	return 0
}

// stayHere keeps a redirect from turning the one POST into a second request.
func stayHere(*http.Request, []*http.Request) error {
	return http.ErrUseLastResponse
}
