package engine

import (
	"fmt"
	"net/netip"

	"github.com/cilium/cilium/pkg/identity"
	k8sconst "github.com/cilium/cilium/pkg/k8s/apis/cilium.io"
	"github.com/cilium/cilium/pkg/labels"
	"github.com/cilium/cilium/pkg/labelsfilter"
)

// identitySpec describes one end of a conversation. Exactly one of Labels, Pod
// and IP says what it is; ID is the client's own number for it.
type identitySpec struct {
	ID int64 `json:"id"`
	// Labels are the labels of the identity as Cilium would print them.
	Labels []string `json:"labels,omitempty"`
	// Pod gives the identity that Cilium would make for a pod.
	Pod *podSpec `json:"pod,omitempty"`
	// IP gives the identity that an address outside the cluster gets, with the
	// policies and CIDR groups of this world.
	IP string `json:"ip,omitempty"`
	// Names are the DNS names that a pod of this node looked up and that
	// resolved to IP.
	Names []string `json:"names,omitempty"`
}

type podSpec struct {
	Namespace       string            `json:"namespace"`
	Labels          map[string]string `json:"labels"`
	NamespaceLabels map[string]string `json:"namespaceLabels"`
	ServiceAccount  string            `json:"serviceAccount"`
	Cluster         string            `json:"cluster"`
}

// labels gives the identity's labels as pkg/k8s's GetPodMetadata and the
// default label filter make them.
func (p *podSpec) labels() labels.Labels {
	all := map[string]string{}
	for key, value := range p.Labels {
		all[key] = value
	}
	for key, value := range p.NamespaceLabels {
		all[k8sconst.PodNamespaceMetaLabels+"."+key] = value
	}
	all[k8sconst.PodNamespaceLabel] = p.Namespace
	if p.ServiceAccount != "" {
		all[k8sconst.PolicyLabelServiceAccount] = p.ServiceAccount
	}
	all[k8sconst.PolicyLabelCluster] = clusterName
	if p.Cluster != "" {
		all[k8sconst.PolicyLabelCluster] = p.Cluster
	}
	kept, _ := labelsfilter.Filter(labels.Map2Labels(all, labels.LabelSourceK8s))
	return kept
}

// identities numbers the ends of a world as an agent would: reserved
// identities by their fixed numbers, what is local to the node (addresses) in
// the local scope, pods in the global scope.
type identities struct {
	byClient map[int64]*identity.Identity
	nextPod  identity.NumericIdentity
	nextHere map[identity.NumericIdentity]identity.NumericIdentity
	// clusters numbers the clusters of a mesh; this one is 0.
	clusters map[string]uint32
}

func newIdentities() *identities {
	return &identities{
		byClient: map[int64]*identity.Identity{},
		nextPod:  identity.MinimalNumericIdentity,
		nextHere: map[identity.NumericIdentity]identity.NumericIdentity{},
		clusters: map[string]uint32{"": 0, clusterName: 0},
	}
}

func (ids *identities) add(spec identitySpec, addresses *addresses) error {
	if _, ok := ids.byClient[spec.ID]; ok {
		return fmt.Errorf("identity %d is given twice", spec.ID)
	}
	set, err := spec.resolve(addresses)
	if err != nil {
		return fmt.Errorf("identity %d: %w", spec.ID, err)
	}
	ids.byClient[spec.ID] = identity.NewIdentity(ids.number(set), set)
	return nil
}

func (s *identitySpec) resolve(addresses *addresses) (labels.Labels, error) {
	switch {
	case s.Pod != nil:
		return s.Pod.labels(), nil
	case s.IP != "":
		address, err := netip.ParseAddr(s.IP)
		if err != nil {
			return nil, err
		}
		return addresses.labels(address, s.Names), nil
	case len(s.Labels) > 0:
		return labels.NewLabelsFromModel(s.Labels), nil
	default:
		return nil, fmt.Errorf("one of labels, pod and ip is needed")
	}
}

func (ids *identities) number(set labels.Labels) identity.NumericIdentity {
	// The host keeps its number whatever other labels its addresses carry, for
	// example reserved:kube-apiserver (pkg/ipcache, updateReservedHostLabels).
	if set.HasHostLabel() {
		return identity.ReservedIdentityHost
	}
	if known := identity.LookupReservedIdentityByLabels(set); known != nil {
		return known.ID
	}
	scope := identity.ScopeForLabels(set)
	if scope == identity.IdentityScopeGlobal {
		ids.nextPod++
		return ids.cluster(set)<<identity.GetClusterIDShift() | ids.nextPod
	}
	ids.nextHere[scope]++
	return scope | ids.nextHere[scope]
}

// cluster gives the bits of a numeric identity that tell its cluster, by which
// the datapath knows what `cluster` means.
func (ids *identities) cluster(set labels.Labels) identity.NumericIdentity {
	name := set[k8sconst.PolicyLabelCluster].Value
	if _, ok := ids.clusters[name]; !ok {
		ids.clusters[name] = uint32(len(ids.clusters)) - 1
	}
	return identity.NumericIdentity(ids.clusters[name])
}

// all gives what the selector caches are to know: every identity of the world
// and every reserved identity that the world does not override.
func (ids *identities) all() identity.IdentityMap {
	all := identity.ListReservedIdentities()
	for _, id := range ids.byClient {
		all[id.ID] = id.LabelArray
	}
	return all
}
