package engine

import (
	"net/netip"

	"github.com/cilium/cilium/pkg/fqdn/dnsproxy"
	"github.com/cilium/cilium/pkg/fqdn/restore"
	"github.com/cilium/cilium/pkg/identity"
	"github.com/cilium/cilium/pkg/policy"
	"github.com/cilium/cilium/pkg/u8proto"
)

type dnsRequest struct {
	Queries []question `json:"queries"`
}

// question is a DNS query that From sends to the server To.
type question struct {
	From  int64  `json:"from"`
	To    int64  `json:"to"`
	Proto string `json:"proto"`
	Port  uint16 `json:"port"`
	Name  string `json:"name"`
}

// nameProxy is the agent's DNS proxy with one endpoint's rules.
type nameProxy struct {
	proxy *dnsproxy.DNSProxy
	id    uint64
}

// buildProxies prepares what decides above the policy map.
func (w *world) buildProxies(s *subject, owner policy.PolicyOwner) {
	s.message, s.envoyTrouble = w.buildMessage(s, owner)
	if s.envoyTrouble == nil {
		s.ingress, s.envoyTrouble = newProxyPolicy(s.message.Ingress)
	}
	if s.envoyTrouble == nil {
		s.egress, s.envoyTrouble = newProxyPolicy(s.message.Egress)
	}
	s.names = newNameProxy(w, s, owner)
}

// newNameProxy gives the proxy, for each port that is redirected to it, all the
// rules of that port, as pkg/proxy's dnsRedirect does.
func newNameProxy(w *world, s *subject, owner policy.PolicyOwner) *nameProxy {
	names := &nameProxy{id: owner.GetID(), proxy: w.release.Names(w.logger)}
	for filter, tuple := range s.selector.RedirectFilters() {
		if tuple.Policy.L7Parser != policy.ParserTypeDNS || filter.Ingress {
			continue
		}
		key := restore.MakeV2PortProto(filter.Port, filter.U8Proto)
		if _, err := names.proxy.UpdateAllowed(names.id, key, filter.PerSelectorPolicies); err != nil {
			s.trouble = err
		}
	}
	return names
}

// lookups tells for each query whether both ends let it through.
func (w *world) lookups(query dnsRequest) (verdictResponse, error) {
	response := verdictResponse{OK: true, Results: make([]ends, 0, len(query.Queries))}
	for _, one := range query.Queries {
		result, err := w.lookup(one)
		if err != nil {
			return response, err
		}
		response.Results = append(response.Results, result)
	}
	return response, nil
}

func (w *world) lookup(query question) (ends, error) {
	return w.bothEnds(query.From, query.To, func(s *subject, peer end, key policy.Key) verdict {
		proto, port, err := flow{Proto: query.Proto, Port: query.Port}.key()
		if err != nil {
			return verdict{Verdict: failed, Error: err.Error()}
		}
		answer := w.look(s, key.WithPortProto(proto, port), false)
		if answer.Verdict != allowed || answer.Redirect != "dns" {
			return answer
		}
		return s.names.ask(answer, proto, port, peer, query.Name)
	})
}

func (n *nameProxy) ask(answer verdict, proto u8proto.U8proto, port uint16, peer end, name string) verdict {
	key := restore.MakeV2PortProto(port, proto)
	server := identity.NumericIdentity(peer.numeric)
	ok, err := n.proxy.CheckAllowed(n.id, key, server, netip.Addr{}, name)
	switch {
	case err != nil:
		return verdict{Verdict: failed, Error: err.Error()}
	case !ok:
		return answer.refused("dns")
	default:
		return answer
	}
}
