package validate

import (
	"encoding/json"
	"fmt"
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

// Version answers `version`: which engine is at the other end.
type Version struct {
	OK     bool     `json:"ok"`
	Cilium string   `json:"cilium"`
	Ops    []string `json:"ops"`
}

// Only is the handler of an engine that does nothing but validate.
func (v *Validator) Only(release string) Handler {
	return func(op string, line []byte) (any, error) {
		switch op {
		case "version":
			return Version{OK: true, Cilium: release, Ops: []string{"version", "validate"}}, nil
		case "validate":
			return v.Op(line)
		default:
			return nil, fmt.Errorf("unknown op %q", op)
		}
	}
}
