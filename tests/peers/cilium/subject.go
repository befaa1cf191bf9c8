package main

import (
	"github.com/cilium/cilium/pkg/endpoint/regeneration"
	"github.com/cilium/cilium/pkg/identity"
	k8sconst "github.com/cilium/cilium/pkg/k8s/apis/cilium.io"
	"github.com/cilium/cilium/pkg/policy"
	"github.com/cilium/cilium/pkg/proxy/accesslog"
	"github.com/cilium/cilium/pkg/u8proto"
)

// subject is an endpoint whose policy was computed, once.
type subject struct {
	id     *identity.Identity
	policy *policy.EndpointPolicy
	// selector is the same policy before identities were filled in.
	selector policy.SelectorPolicy
	message  message
	ingress  *proxyPolicy
	egress   *proxyPolicy
	names    *nameProxy
	// trouble is why the agent could not regenerate this endpoint; it then
	// keeps whatever policy it had before.
	trouble error
	// envoyTrouble is why Envoy would refuse what the agent sends.
	envoyTrouble error
}

// hasPolicy tells whether an end runs on a Cilium endpoint, where policy is
// enforced. Nodes are not (the host firewall is off by default), and neither
// is the world; a pod of another cluster answers to the policies over there.
func hasPolicy(id *identity.Identity) bool {
	if id.Labels.HasLabelWithKey(k8sconst.PodNamespaceLabel) {
		cluster, named := id.Labels[k8sconst.PolicyLabelCluster]
		return !named || cluster.Value == clusterName
	}
	return id.Labels.HasHealthLabel() || id.Labels.HasIngressLabel() || id.Labels.HasInitLabel()
}

// subject computes the policy of an endpoint as its agent does: resolve the
// rules that select it, fill in the identities, and build the messages for the
// proxies.
func (w *world) subject(client int64, id *identity.Identity) *subject {
	if known, ok := w.subjects[client]; ok {
		return known
	}
	s := &subject{id: id}
	w.subjects[client] = s
	s.selector, _, s.trouble = w.repository.ComputeSelectorPolicy(id)
	if s.trouble != nil {
		return s
	}
	owner := &endpoint{id: uint64(len(w.subjects))}
	// The fallback gives every redirect one proxy port; which proxy it means
	// is read from the precedence of the entry.
	s.policy = s.selector.DistillPolicy(w.logger, owner, map[string]uint16{policy.FallbackRedirectID: 65535})
	w.buildProxies(s, owner)
	if err := s.policy.Ready(); err != nil {
		s.trouble = err
	}
	return s
}

// endpoint stands in for the agent's endpoint.
type endpoint struct {
	id uint64
}

func (e *endpoint) GetID() uint64                                      { return e.id }
func (e *endpoint) GetPolicyNames() []string                           { return []string{"10.0.0.1"} }
func (e *endpoint) GetIPv4Address() string                             { return "10.0.0.1" }
func (e *endpoint) GetIPv6Address() string                             { return "" }
func (e *endpoint) GetIngressNamedPort(string, u8proto.U8proto) uint16 { return 0 }
func (e *endpoint) GetListenerProxyPort(string) uint16                 { return 0 }
func (e *endpoint) OnProxyPolicyUpdate(uint64)                         {}
func (e *endpoint) PolicyDebug(string, ...any)                         {}
func (e *endpoint) IsHost() bool                                       { return false }
func (e *endpoint) PreviousMapStateSizes() policy.MapStateSizes        { return policy.MapStateSizes{} }

func (e *endpoint) UpdateProxyStatistics(string, string, uint16, uint16, bool, bool, accesslog.FlowVerdict) {
}

func (e *endpoint) RegenerateIfAlive(*regeneration.ExternalRegenerationMetadata) <-chan bool {
	done := make(chan bool)
	close(done)
	return done
}
