package engine

import (
	"github.com/cilium/cilium/pkg/identity"
	k8sconst "github.com/cilium/cilium/pkg/k8s/apis/cilium.io"
	"github.com/cilium/cilium/pkg/policy"
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
	s.selector, s.trouble = w.release.Select(w.repository, w.manager, id)
	if s.trouble != nil {
		return s
	}
	owner := w.release.Owner(Endpoint{id: uint64(len(w.subjects))})
	s.policy = s.selector.DistillPolicy(w.logger, owner, redirects(owner, s.selector))
	w.buildProxies(s, owner)
	if err := s.policy.Ready(); err != nil {
		s.trouble = err
	}
	return s
}

// redirects gives every proxy one port; which proxy it means is read from the
// precedence of the entry.
func redirects(owner policy.PolicyOwner, selected policy.SelectorPolicy) map[string]uint16 {
	ports := map[string]uint16{}
	for filter, tuple := range selected.RedirectFilters() {
		id := policy.ProxyID(uint16(owner.GetID()), filter.Ingress, string(filter.Protocol), filter.Port, tuple.Policy.GetListener())
		ports[id] = 65535
	}
	return ports
}
