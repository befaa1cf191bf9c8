package engine

import (
	"strings"

	"github.com/cilium/cilium/pkg/policy"
	"github.com/cilium/cilium/pkg/u8proto"
)

type httpRequest struct {
	Requests []exchange `json:"requests"`
}

// exchange is one HTTP request over TCP. Path is what `:path` holds, with the
// query string.
type exchange struct {
	From    int64             `json:"from"`
	To      int64             `json:"to"`
	Port    uint16            `json:"port"`
	Method  string            `json:"method"`
	Path    string            `json:"path"`
	Host    string            `json:"host"`
	Headers map[string]string `json:"headers"`
	// ServerName is what the client sent when it opened a TLS connection.
	ServerName string `json:"serverName"`
}

// https tells for each request whether both ends let it through: the policy
// map first, and Envoy where that redirects.
func (w *world) https(query httpRequest) (verdictResponse, error) {
	response := verdictResponse{OK: true, Results: make([]ends, 0, len(query.Requests))}
	for _, one := range query.Requests {
		header := one.headers()
		result, err := w.tcp(one.From, one.To, one.Port, func(s *subject, peer end, answer verdict) verdict {
			return s.http(peer, answer, one.Port, one.ServerName, header)
		})
		if err != nil {
			return response, err
		}
		response.Results = append(response.Results, result)
	}
	return response, nil
}

func (e exchange) headers() func(string) (string, bool) {
	all := map[string]string{":method": e.Method, ":path": e.Path}
	if e.Host != "" {
		all[":authority"] = e.Host
	}
	for name, value := range e.Headers {
		all[strings.ToLower(name)] = value
	}
	return func(name string) (string, bool) {
		value, ok := all[strings.ToLower(name)]
		return value, ok
	}
}

func (s *subject) http(peer end, answer verdict, port uint16, server string, headers func(string) (string, bool)) verdict {
	proxy := s.direction(peer)
	if !proxy.server(port, peer.numeric, server) {
		return answer.refused("sni")
	}
	if !proxy.http(port, peer.numeric, headers) {
		return answer.refused("http")
	}
	return answer
}

type sniRequest struct {
	Connections []connection `json:"connections"`
}

// connection is a TLS connection whose inside nobody sees.
type connection struct {
	From       int64  `json:"from"`
	To         int64  `json:"to"`
	Port       uint16 `json:"port"`
	ServerName string `json:"serverName"`
}

// snis tells for each connection whether both ends let it through.
func (w *world) snis(query sniRequest) (verdictResponse, error) {
	response := verdictResponse{OK: true, Results: make([]ends, 0, len(query.Connections))}
	for _, one := range query.Connections {
		result, err := w.tcp(one.From, one.To, one.Port, func(s *subject, peer end, answer verdict) verdict {
			if !s.direction(peer).server(one.Port, peer.numeric, one.ServerName) {
				return answer.refused("sni")
			}
			return answer
		})
		if err != nil {
			return response, err
		}
		response.Results = append(response.Results, result)
	}
	return response, nil
}

// tcp asks the policy maps for a TCP connection, and then, where they redirect
// to Envoy, what Envoy says.
func (w *world) tcp(from, to int64, port uint16, envoy func(*subject, end, verdict) verdict) (ends, error) {
	return w.bothEnds(from, to, func(s *subject, peer end, key policy.Key) verdict {
		answer := w.look(s, key.WithPortProto(u8proto.TCP, port), false)
		if answer.Verdict != allowed || answer.Redirect != "http" && answer.Redirect != "tls" {
			return answer
		}
		if s.envoyTrouble != nil {
			return verdict{Verdict: failed, Error: s.envoyTrouble.Error()}
		}
		return envoy(s, peer, answer)
	})
}

func (s *subject) direction(peer end) *proxyPolicy {
	if peer.ingress {
		return s.ingress
	}
	return s.egress
}

func (v verdict) refused(reason string) verdict {
	v.Verdict, v.Reason = denied, reason
	return v
}
