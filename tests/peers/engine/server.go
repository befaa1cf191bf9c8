package engine

import (
	"encoding/json"
	"fmt"
	"log/slog"

	"policyc.io/peers/validate"
)

// server holds the worlds that were loaded, by the name that the client chose.
type server struct {
	release   Release
	logger    *slog.Logger
	validator *validate.Validator
	worlds    map[string]*world
}

var ops = []string{
	"version", "validate", "dnsmatch", "identitylabels", "load", "unload",
	"verdict", "http", "sni", "dns", "networkpolicy", "policymap",
}

func (s *server) handle(op string, line []byte) (any, error) {
	switch op {
	case "version":
		return validate.Version{OK: true, Cilium: s.release.Version(), Ops: ops}, nil
	case "validate":
		return s.validator.Op(line)
	case "dnsmatch":
		return validate.Match(line)
	case "identitylabels":
		return request(line, identityLabels)
	case "load":
		return request(line, s.load)
	case "unload":
		return request(line, s.unload)
	case "verdict":
		return inWorld(s, line, (*world).verdicts)
	case "http":
		return inWorld(s, line, (*world).https)
	case "sni":
		return inWorld(s, line, (*world).snis)
	case "dns":
		return inWorld(s, line, (*world).lookups)
	case "networkpolicy":
		return inWorld(s, line, (*world).networkPolicy)
	case "policymap":
		return inWorld(s, line, (*world).policyMap)
	default:
		return nil, fmt.Errorf("unknown op %q", op)
	}
}

// request decodes a request and carries it out.
func request[Q, A any](line []byte, run func(Q) (A, error)) (any, error) {
	var query Q
	if err := json.Unmarshal(line, &query); err != nil {
		return nil, err
	}
	return run(query)
}

// inWorld does so in the world that the request names.
func inWorld[Q, A any](s *server, line []byte, run func(*world, Q) (A, error)) (any, error) {
	var head struct {
		ID string `json:"id"`
	}
	if err := json.Unmarshal(line, &head); err != nil {
		return nil, err
	}
	world, ok := s.worlds[head.ID]
	if !ok {
		return nil, fmt.Errorf("no world %q is loaded", head.ID)
	}
	return request(line, func(query Q) (A, error) { return run(world, query) })
}

type unloadRequest struct {
	ID string `json:"id"`
}

type unloadResponse struct {
	OK bool `json:"ok"`
}

func (s *server) unload(query unloadRequest) (unloadResponse, error) {
	_, ok := s.worlds[query.ID]
	delete(s.worlds, query.ID)
	return unloadResponse{OK: ok}, nil
}
