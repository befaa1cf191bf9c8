package validate

import (
	"encoding/json"

	"github.com/cilium/cilium/pkg/fqdn/dns"
	"github.com/cilium/cilium/pkg/policy/api"
)

// Request is the request of the op `validate`.
type Request struct {
	YAML string `json:"yaml"`
}

// Response is the answer to it.
type Response struct {
	OK        bool     `json:"ok"`
	Documents []Result `json:"documents"`
}

// Op answers `validate`.
func (v *Validator) Op(line []byte) (any, error) {
	var request Request
	if err := json.Unmarshal(line, &request); err != nil {
		return nil, err
	}
	return Response{OK: true, Documents: v.Stream(request.YAML)}, nil
}

// MatchRequest is the request of the op `dnsmatch`.
type MatchRequest struct {
	Pairs []struct {
		// Pattern is a matchPattern as in toFQDNs and DNS rules.
		Pattern string `json:"pattern"`
		Name    string `json:"name"`
	} `json:"pairs"`
}

// MatchResponse is the answer to it, one a pair.
type MatchResponse struct {
	OK      bool   `json:"ok"`
	Matches []bool `json:"matches"`
}

// Match answers `dnsmatch`: which names this release's patterns cover.
func Match(line []byte) (any, error) {
	var request MatchRequest
	if err := json.Unmarshal(line, &request); err != nil {
		return nil, err
	}
	response := MatchResponse{OK: true, Matches: []bool{}}
	for _, pair := range request.Pairs {
		selector := api.FQDNSelector{MatchPattern: pair.Pattern}
		names, err := selector.ToRegex()
		if err != nil {
			return nil, err
		}
		response.Matches = append(response.Matches, names.MatchString(dns.FQDN(pair.Name)))
	}
	return response, nil
}

// Version answers `version`: which engine is at the other end.
type Version struct {
	OK     bool     `json:"ok"`
	Cilium string   `json:"cilium"`
	Ops    []string `json:"ops"`
}
