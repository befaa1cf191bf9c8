// Command podsecurity answers what Kubernetes' Pod Security admission makes of a pod
// and of a namespace's labels, with its own code: JSON lines in, JSON lines out.
// README.md describes the ops.
package main

import (
	"encoding/json"
	"fmt"
	"os"

	psaapi "k8s.io/pod-security-admission/api"
	"k8s.io/pod-security-admission/policy"
)

// release is the version of k8s.io/pod-security-admission in go.mod.
const release = "0.37.2"

func main() {
	server := &server{evaluators: map[string]*recorder{}}
	if err := serve(os.Stdin, os.Stdout, server.handle); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(3)
	}
}

type server struct {
	evaluators map[string]*recorder
}

func (s *server) handle(op string, line []byte) (any, error) {
	switch op {
	case "version":
		return about(), nil
	case "judge":
		var request struct {
			Pods []question `json:"pods"`
		}
		if err := json.Unmarshal(line, &request); err != nil {
			return nil, err
		}
		results := make([]verdict, len(request.Pods))
		for i, one := range request.Pods {
			result, err := s.judge(one)
			if err != nil {
				return nil, err
			}
			results[i] = result
		}
		return map[string]any{"ok": true, "results": results}, nil
	case "labels":
		var request struct {
			Labels []map[string]string `json:"labels"`
		}
		if err := json.Unmarshal(line, &request); err != nil {
			return nil, err
		}
		results := make([]labelled, len(request.Labels))
		for i, one := range request.Labels {
			results[i] = resolve(one)
		}
		return map[string]any{"ok": true, "results": results}, nil
	default:
		return nil, fmt.Errorf("no op %q: the ops are version, judge, labels", op)
	}
}

type revision struct {
	From      string           `json:"from"`
	Overrides []policy.CheckID `json:"overrides"`
}

type known struct {
	ID        policy.CheckID `json:"id"`
	Level     psaapi.Level   `json:"level"`
	Revisions []revision     `json:"revisions"`
}

func about() any {
	checks := []known{}
	for _, check := range policy.DefaultChecks() {
		one := known{ID: check.ID, Level: check.Level}
		for _, version := range check.Versions {
			overrides := append([]policy.CheckID{}, version.OverrideCheckIDs...)
			one.Revisions = append(one.Revisions, revision{version.MinimumVersion.String(), overrides})
		}
		checks = append(checks, one)
	}
	return map[string]any{"ok": true, "podsecurity": release, "checks": checks}
}

type labelled struct {
	Enforce string   `json:"enforce"`
	Audit   string   `json:"audit"`
	Warn    string   `json:"warn"`
	Errors  []string `json:"errors"`
}

func resolve(labels map[string]string) labelled {
	open := psaapi.LevelVersion{Level: psaapi.LevelPrivileged, Version: psaapi.LatestVersion()}
	decided, errs := psaapi.PolicyToEvaluate(labels, psaapi.Policy{Enforce: open, Audit: open, Warn: open})
	result := labelled{
		Enforce: decided.Enforce.String(),
		Audit:   decided.Audit.String(),
		Warn:    decided.Warn.String(),
		Errors:  []string{},
	}
	for _, err := range errs {
		result.Errors = append(result.Errors, err.Error())
	}
	return result
}
