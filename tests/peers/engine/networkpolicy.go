package engine

import (
	"fmt"
	"slices"

	cilium "github.com/cilium/proxy/go/cilium/api"
	route "github.com/envoyproxy/go-control-plane/envoy/config/route/v3"

	"github.com/cilium/cilium/pkg/policy"
)

// message is the NetworkPolicy that the agent sends to Envoy for an endpoint,
// in the form that this program shows it.
type message struct {
	Ingress []portPolicy `json:"ingress"`
	Egress  []portPolicy `json:"egress"`
}

// portPolicy holds the rules of a TCP port range. Port 0 means every port, and
// an empty list of rules allows everything on it.
type portPolicy struct {
	Port    uint32 `json:"port"`
	EndPort uint32 `json:"endPort,omitempty"`
	Rules   []rule `json:"rules"`
}

type rule struct {
	Precedence uint32 `json:"precedence"`
	Deny       bool   `json:"deny,omitempty"`
	// Remotes are the numeric identities that the rule is about; empty means
	// everybody.
	Remotes     []uint32   `json:"remotes,omitempty"`
	ServerNames []string   `json:"serverNames,omitempty"`
	HTTP        []httpRule `json:"http,omitempty"`
	// Listener is set when the rule holds only in one listener, which this
	// program does not evaluate.
	Listener uint32 `json:"listener,omitempty"`
}

// httpRule matches when all its headers do.
type httpRule struct {
	Headers []headerRule `json:"headers"`
}

// headerRule asks one header for a regular expression over the whole value,
// for an exact value, or for being there.
type headerRule struct {
	Name    string `json:"name"`
	Regex   string `json:"regex,omitempty"`
	Exact   string `json:"exact,omitempty"`
	Present bool   `json:"present,omitempty"`
	Invert  bool   `json:"invert,omitempty"`
}

// buildMessage asks the agent's own code for the message.
func (w *world) buildMessage(s *subject, owner policy.PolicyOwner) (message, error) {
	sent := w.release.Message(owner, s.selector, s.policy, w.translator)
	if err := sent.Validate(); err != nil {
		return message{}, fmt.Errorf("the agent refuses to send its NetworkPolicy: %w", err)
	}
	ingress, err := w.portPolicies(sent.IngressPerPortPolicies)
	if err != nil {
		return message{}, err
	}
	egress, err := w.portPolicies(sent.EgressPerPortPolicies)
	return message{Ingress: ingress, Egress: egress}, err
}

func (w *world) portPolicies(sent []*cilium.PortNetworkPolicy) ([]portPolicy, error) {
	ports := []portPolicy{}
	for _, port := range sent {
		shown := portPolicy{Port: port.Port, EndPort: port.EndPort, Rules: []rule{}}
		for _, one := range port.Rules {
			rule, err := w.showRule(one)
			if err != nil {
				return nil, err
			}
			shown.Rules = append(shown.Rules, rule)
		}
		ports = append(ports, shown)
	}
	return ports, nil
}

func (w *world) showRule(sent *cilium.PortNetworkPolicyRule) (rule, error) {
	precedence, err := w.release.Precedence(sent)
	if err != nil {
		return rule{}, err
	}
	shown := rule{
		Precedence:  precedence,
		Deny:        sent.GetDeny(),
		Remotes:     sent.RemotePolicies,
		ServerNames: sent.ServerNames,
		Listener:    sent.ProxyId,
	}
	for _, one := range sent.GetHttpRules().GetHttpRules() {
		if len(one.HeaderMatches) > 0 {
			return rule{}, fmt.Errorf("headerMatches with a mismatch action are not evaluated")
		}
		matchers := httpRule{Headers: []headerRule{}}
		for _, header := range one.Headers {
			shown, err := showHeader(header)
			if err != nil {
				return rule{}, err
			}
			matchers.Headers = append(matchers.Headers, shown)
		}
		shown.HTTP = append(shown.HTTP, matchers)
	}
	return shown, nil
}

func showHeader(sent *route.HeaderMatcher) (headerRule, error) {
	shown := headerRule{
		Name:    sent.Name,
		Regex:   sent.GetStringMatch().GetSafeRegex().GetRegex(),
		Exact:   sent.GetStringMatch().GetExact(),
		Present: sent.GetPresentMatch(),
		Invert:  sent.InvertMatch,
	}
	// Cilium's comment says that Envoy takes an empty value for any value;
	// rather than believe it, or not, such rules are not evaluated.
	if shown.Regex == "" && shown.Exact == "" && !shown.Present {
		return shown, fmt.Errorf("the empty value of header %s is not evaluated", sent.Name)
	}
	return shown, nil
}

type networkPolicyRequest struct {
	Subject int64 `json:"subject"`
}

type networkPolicyResponse struct {
	OK bool `json:"ok"`
	message
	// Trouble is why Envoy or the agent would refuse the policy.
	Trouble string `json:"trouble,omitempty"`
}

func (w *world) networkPolicy(query networkPolicyRequest) (networkPolicyResponse, error) {
	subject, err := w.endpoint(query.Subject)
	if err != nil {
		return networkPolicyResponse{}, err
	}
	response := networkPolicyResponse{OK: true, message: subject.message}
	if subject.envoyTrouble != nil {
		response.Trouble = subject.envoyTrouble.Error()
	}
	return response, nil
}

// endpoint computes a subject that must be one.
func (w *world) endpoint(client int64) (*subject, error) {
	id, err := w.identity(client)
	if err != nil {
		return nil, err
	}
	if !hasPolicy(id) {
		return nil, fmt.Errorf("identity %d is no endpoint under policy", client)
	}
	subject := w.subject(client, id)
	return subject, subject.trouble
}

type policyMapRequest struct {
	Subject int64 `json:"subject"`
}

type policyMapResponse struct {
	OK bool `json:"ok"`
	// Size is the number of entries that the endpoint's BPF map would hold.
	Size    int      `json:"size"`
	Entries []string `json:"entries"`
}

// policyMap counts and shows the entries of an endpoint's policy map.
func (w *world) policyMap(query policyMapRequest) (policyMapResponse, error) {
	subject, err := w.endpoint(query.Subject)
	if err != nil {
		return policyMapResponse{}, err
	}
	response := policyMapResponse{OK: true, Size: subject.policy.Len(), Entries: []string{}}
	for key, entry := range subject.policy.Entries() {
		response.Entries = append(response.Entries, key.String()+" "+entry.String())
	}
	slices.Sort(response.Entries)
	return response, nil
}
