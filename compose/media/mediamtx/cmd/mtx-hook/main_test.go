package main

import (
	"bytes"
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"
)

type received struct {
	method, path, contentType, agent string
	body                             []byte
}

func mediaService(t *testing.T, code int) (*httptest.Server, *[]received) {
	t.Helper()
	var all []received
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		body, _ := io.ReadAll(r.Body)
		all = append(all, received{r.Method, r.URL.Path, r.Header.Get("Content-Type"), r.UserAgent(), body})
		w.Header().Set("Location", "/elsewhere")
		w.WriteHeader(code)
	}))
	t.Cleanup(server.Close)
	return server, &all
}

func environment(url string) map[string]string {
	return map[string]string{
		"MTX_PATH": "live/test1/in", "MTX_SOURCE_TYPE": "rtmpConn", "MTX_SOURCE_ID": "7d3f0c52",
		"ORCHESTRATOR_URL": url,
	}
}

func hook(env map[string]string, args ...string) (int, string) {
	var log bytes.Buffer
	code := run(args, func(name string) string { return env[name] }, &log, time.Second)
	return code, log.String()
}

func TestTheEventIsPostedOnceAsTheContractSays(t *testing.T) {
	server, all := mediaService(t, 200)
	env := environment(server.URL + "/")
	env["MTX_QUERY"] = "lang=es"
	for _, name := range []string{"ready", "not-ready"} {
		*all = nil
		code, log := hook(env, name)
		if code != 0 || len(*all) != 1 {
			t.Fatalf("%s: exit %d after %d requests: %s", name, code, len(*all), log)
		}
		got := (*all)[0]
		if got.method != "POST" || got.path != "/v1/mediamtx/events/"+name ||
			got.contentType != "application/json" || got.agent != "MediaMTX-Hook/1.0" {
			t.Errorf("%s: %+v", name, got)
		}
		want := `{"path":"live/test1/in","sourceType":"rtmpConn","sourceId":"7d3f0c52","query":"lang=es"}`
		if string(got.body) != want {
			t.Errorf("%s: body %s", name, got.body)
		}
		for _, part := range []string{"live/test1/in", "event=" + name, "code=200"} {
			if !strings.Contains(log, part) {
				t.Errorf("log without %q: %s", part, log)
			}
		}
	}
}

func TestEveryCharacterSurvivesTheJSON(t *testing.T) {
	server, all := mediaService(t, 200)
	for _, nasty := range []string{
		`quote " and \ backslash`, "line\nbreak\ttab\x01", `</script>&<>`, `a":"b","path":"live/x/in`, "día ü 語 🎬",
		"  ", "$(id) `id` %s %0A",
	} {
		*all = nil
		env := environment(server.URL)
		env["MTX_PATH"], env["MTX_QUERY"], env["MTX_SOURCE_ID"] = "live/"+nasty, nasty, nasty
		if code, log := hook(env, "ready"); code != 0 {
			t.Fatalf("%q: exit %d: %s", nasty, code, log)
		}
		var back map[string]string
		if err := json.Unmarshal((*all)[0].body, &back); err != nil {
			t.Fatalf("%q: %v in %s", nasty, err, (*all)[0].body)
		}
		if back["query"] != nasty || back["sourceId"] != nasty || back["path"] != "live/"+nasty || len(back) != 4 {
			t.Errorf("%q became %v", nasty, back)
		}
	}
}

func TestTheLogStaysOneLine(t *testing.T) {
	server, _ := mediaService(t, 200)
	env := environment(server.URL)
	env["MTX_PATH"] = "live/a\nforged line/in"
	if _, log := hook(env, "ready"); strings.Count(log, "\n") != 1 {
		t.Errorf("log: %q", log)
	}
}

func TestAnAnswerOtherThan2xxIsAFailure(t *testing.T) {
	for _, code := range []int{302, 307, 404, 422, 503} {
		server, all := mediaService(t, code)
		exit, log := hook(environment(server.URL), "ready")
		if exit != 1 || len(*all) != 1 {
			t.Errorf("%d: exit %d after %d requests: %s", code, exit, len(*all), log)
		}
		if !strings.Contains(log, "live/test1/in") {
			t.Errorf("%d: log without the path: %s", code, log)
		}
	}
}

func TestAMediaServiceThatIsAwayOrSilentIsAFailure(t *testing.T) {
	away := httptest.NewServer(http.NotFoundHandler())
	away.Close()
	if code, log := hook(environment(away.URL), "ready"); code != 1 || !strings.Contains(log, "code=000") {
		t.Errorf("away: exit %d: %s", code, log)
	}
	release := make(chan struct{})
	silent := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { <-release }))
	defer silent.Close()
	defer close(release)
	var log bytes.Buffer
	env := environment(silent.URL)
	code := run([]string{"ready"}, func(n string) string { return env[n] }, &log, 50*time.Millisecond)
	if code != 1 || timeout != 5*time.Second {
		t.Errorf("silent: exit %d, timeout %v: %s", code, timeout, log.String())
	}
}

func TestWrongUseIsNamed(t *testing.T) {
	for _, args := range [][]string{nil, {"published"}, {"ready", "now"}} {
		if code, log := hook(environment("http://127.0.0.1:1"), args...); code != 1 || !strings.Contains(log, "usage") {
			t.Errorf("%v: exit %d: %s", args, code, log)
		}
	}
	for _, name := range []string{"MTX_PATH", "MTX_SOURCE_TYPE", "MTX_SOURCE_ID", "ORCHESTRATOR_URL"} {
		env := environment("http://127.0.0.1:1")
		delete(env, name)
		if code, log := hook(env, "ready"); code != 1 || !strings.Contains(log, name) {
			t.Errorf("without %s: exit %d: %s", name, code, log)
		}
	}
	env := environment("http://127.0.0.1:1")
	env["ORCHESTRATOR_URL"] = "://nonsense"
	if code, _ := hook(env, "ready"); code != 1 {
		t.Errorf("nonsense address: exit %d", code)
	}
}
