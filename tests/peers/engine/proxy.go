package engine

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
)

// proxyPolicy evaluates one direction of a message as the filter of
// cilium/proxy does (cilium/network_policy.cc, forEachRule and getVerdict):
//
//   - the rules for a port are those of every range around it, and those for
//     every port;
//   - rules are asked by descending precedence, refusals before permissions;
//   - a rule whose peers, server names or HTTP rules do not match says nothing,
//     so that the next one is asked;
//   - the first rule that says something decides, and silence refuses.
type proxyPolicy struct {
	ports  []portPolicy
	byPort map[uint16]*portRules
	// regexs and servers hold what the patterns of the rules compile to.
	regexs  map[string]*regexp.Regexp
	servers map[string]*regexp.Regexp
}

type portRules struct {
	// initialized is false when no entry covers the port.
	initialized bool
	rules       []compiledRule
	hasHTTP     bool
}

type compiledRule struct {
	rule
	remotes map[uint32]struct{}
}

// newProxyPolicy compiles every regular expression, as Envoy does on arrival:
// one that it cannot compile makes it refuse the whole message.
func newProxyPolicy(ports []portPolicy) (*proxyPolicy, error) {
	p := &proxyPolicy{
		ports:   ports,
		byPort:  map[uint16]*portRules{},
		regexs:  map[string]*regexp.Regexp{},
		servers: map[string]*regexp.Regexp{},
	}
	for _, port := range ports {
		for _, rule := range port.Rules {
			if err := p.compileAll(rule); err != nil {
				return nil, err
			}
		}
	}
	return p, nil
}

func (p *proxyPolicy) compileAll(rule rule) error {
	for _, http := range rule.HTTP {
		if err := p.compile(http); err != nil {
			return err
		}
	}
	for _, pattern := range rule.ServerNames {
		servers, err := serverNames(pattern)
		if err != nil {
			return err
		}
		p.servers[pattern] = servers
	}
	return nil
}

func (p *proxyPolicy) compile(http httpRule) error {
	for _, header := range http.Headers {
		if header.Regex == "" || p.regexs[header.Regex] != nil {
			continue
		}
		// Envoy matches the whole value with RE2, whose dialect Go's is.
		compiled, err := regexp.Compile(`\A(?:` + header.Regex + `)\z`)
		if err != nil {
			return fmt.Errorf("Envoy refuses the regular expression of %s: %w", header.Name, err)
		}
		p.regexs[header.Regex] = compiled
	}
	return nil
}

// forPort gathers the rules for a port. An entry without rules stands for one
// that allows everything at the lowest precedence.
func (p *proxyPolicy) forPort(port uint16) *portRules {
	if known, ok := p.byPort[port]; ok {
		return known
	}
	found := &portRules{}
	for _, entry := range p.ports {
		if entry.Port != 0 && (uint32(port) < entry.Port || uint32(port) > max(entry.Port, entry.EndPort)) {
			continue
		}
		found.initialized = true
		if len(entry.Rules) == 0 {
			found.rules = append(found.rules, compiledRule{})
		}
		for _, rule := range entry.Rules {
			found.rules = append(found.rules, compileRule(rule))
			found.hasHTTP = found.hasHTTP || len(rule.HTTP) > 0
		}
	}
	slices.SortStableFunc(found.rules, byPrecedence)
	p.byPort[port] = found
	return found
}

func compileRule(rule rule) compiledRule {
	compiled := compiledRule{rule: rule}
	if len(rule.Remotes) > 0 {
		compiled.remotes = map[uint32]struct{}{}
		for _, remote := range rule.Remotes {
			compiled.remotes[remote] = struct{}{}
		}
	}
	return compiled
}

func byPrecedence(a, b compiledRule) int {
	switch {
	case a.Precedence != b.Precedence:
		if a.Precedence > b.Precedence {
			return -1
		}
		return 1
	case a.Deny == b.Deny:
		return 0
	case a.Deny:
		return -1
	default:
		return 1
	}
}

// decide asks the rules for a port in order.
func (r *portRules) decide(remote uint32, matches func(*compiledRule) bool) bool {
	for i := range r.rules {
		rule := &r.rules[i]
		if rule.Listener != 0 {
			continue
		}
		if _, ok := rule.remotes[remote]; rule.remotes != nil && !ok {
			continue
		}
		if rule.Deny {
			return false
		}
		if matches(rule) {
			return true
		}
	}
	return false
}

// server tells whether a connection with this server name (empty: none) may be
// opened at all. The network filter asks so for every connection.
func (p *proxyPolicy) server(port uint16, remote uint32, name string) bool {
	return p.forPort(port).decide(remote, func(rule *compiledRule) bool {
		return len(rule.ServerNames) == 0 || name != "" && slices.ContainsFunc(rule.ServerNames, func(pattern string) bool {
			return p.servers[pattern].MatchString(strings.ToLower(name))
		})
	})
}

// http tells whether a request on such a connection is let through.
func (p *proxyPolicy) http(port uint16, remote uint32, headers func(string) (string, bool)) bool {
	rules := p.forPort(port)
	if !rules.hasHTTP {
		return true
	}
	return rules.decide(remote, func(rule *compiledRule) bool {
		return len(rule.HTTP) == 0 || slices.ContainsFunc(rule.HTTP, func(one httpRule) bool {
			return p.matches(one, headers)
		})
	})
}

func (p *proxyPolicy) matches(one httpRule, headers func(string) (string, bool)) bool {
	for _, header := range one.Headers {
		value, there := headers(header.Name)
		if p.matchesHeader(header, value, there) == header.Invert {
			return false
		}
	}
	return true
}

func (p *proxyPolicy) matchesHeader(header headerRule, value string, there bool) bool {
	switch {
	case !there:
		return false
	case header.Present:
		return true
	case header.Regex != "":
		return p.regexs[header.Regex].MatchString(value)
	default:
		return value == header.Exact
	}
}
