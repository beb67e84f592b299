package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"strings"
)

const userAgent = "MediaMTX-Hook/1.0"

// noAnswer stands in the log where the HTTP code would, as curl has it.
const noAnswer = "000"

// event is the body of the request (contract, section 3.1).
type event struct {
	Path       string `json:"path"`
	SourceType string `json:"sourceType"`
	SourceID   string `json:"sourceId"`
	Query      string `json:"query,omitempty"`
}

// notify sends the event named by args and tells what was answered.
func notify(args []string, getenv func(string) string, client *http.Client) (string, error) {
	if len(args) != 1 || (args[0] != "ready" && args[0] != "not-ready") {
		return "", fmt.Errorf("usage: mtx-hook ready|not-ready, but the arguments were %q", args)
	}
	name := args[0]
	ev, target, err := read(getenv)
	if err != nil {
		return "", fmt.Errorf("event=%s: %w", name, err)
	}
	code, err := post(client, target+"/v1/mediamtx/events/"+name, ev)
	if err != nil {
		return "", fmt.Errorf("path=%q event=%s code=%s: %w", ev.Path, name, noAnswer, err)
	}
	if code < 200 || code > 299 {
		return "", fmt.Errorf("path=%q event=%s code=%d: the media-service refused the event", ev.Path, name, code)
	}
	return fmt.Sprintf("path=%q event=%s code=%d", ev.Path, name, code), nil
}

// read takes the event and the address of the media-service from the environment.
func read(getenv func(string) string) (event, string, error) {
	var missing []string
	required := func(name string) string {
		value := getenv(name)
		if value == "" {
			missing = append(missing, name)
		}
		return value
	}
	ev := event{
		Path:       required("MTX_PATH"),
		SourceType: required("MTX_SOURCE_TYPE"),
		SourceID:   required("MTX_SOURCE_ID"),
		Query:      getenv("MTX_QUERY"),
	}
	target := strings.TrimRight(required("ORCHESTRATOR_URL"), "/")
	if len(missing) > 0 {
		return event{}, "", errors.New("not set in the environment: " + strings.Join(missing, ", "))
	}
	return ev, target, nil
}

// post sends the event once and returns the HTTP status code.
func post(client *http.Client, url string, ev event) (int, error) {
	body, err := json.Marshal(ev)
	if err != nil {
		return 0, err
	}
	request, err := http.NewRequest(http.MethodPost, url, bytes.NewReader(body))
	if err != nil {
		return 0, err
	}
	request.Header.Set("Content-Type", "application/json")
	request.Header.Set("User-Agent", userAgent)
	response, err := client.Do(request)
	if err != nil {
		return 0, err
	}
	return response.StatusCode, response.Body.Close()
}
