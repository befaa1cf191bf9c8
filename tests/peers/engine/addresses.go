package engine

import (
	"fmt"
	"net/netip"
	"regexp"

	"github.com/cilium/cilium/pkg/fqdn/dns"
	v2 "github.com/cilium/cilium/pkg/k8s/apis/cilium.io/v2"
	"github.com/cilium/cilium/pkg/k8s/utils"
	"github.com/cilium/cilium/pkg/labels"
	"github.com/cilium/cilium/pkg/policy/api"
)

// addresses is what the agent's ipcache would know about addresses outside the
// cluster: the prefixes that policies and CIDR groups mention, and the FQDN
// selectors that a looked-up name can match.
type addresses struct {
	release  Release
	prefixes map[netip.Prefix]labels.Labels
	fqdns    map[string]fqdn
}

type fqdn struct {
	label labels.Label
	names *regexp.Regexp
}

func newAddresses(release Release) *addresses {
	return &addresses{release: release, prefixes: map[netip.Prefix]labels.Labels{}, fqdns: map[string]fqdn{}}
}

// addRules learns the prefixes (those of `except` too) and FQDN selectors of
// imported rules, as pkg/policy/cell's importer does.
func (a *addresses) addRules(rules api.Rules) error {
	for _, prefix := range a.release.Prefixes(rules) {
		a.merge(prefix, labels.GetCIDRLabels(prefix))
	}
	for _, rule := range rules {
		for _, egress := range rule.Egress {
			for _, names := range egress.ToFQDNs {
				if err := a.addFQDN(names); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

func (a *addresses) addFQDN(selector api.FQDNSelector) error {
	key := selector.String()
	if _, ok := a.fqdns[key]; ok {
		return nil
	}
	names, err := selector.ToRegex()
	if err != nil {
		return err
	}
	a.fqdns[key] = fqdn{label: selector.IdentityLabel(), names: names}
	return nil
}

// addGroup learns the prefixes of a CiliumCIDRGroup with the labels that
// pkg/policy/k8s gives them.
func (a *addresses) addGroup(group *v2.CiliumCIDRGroup) error {
	set := labels.Labels{}
	for key, value := range utils.RemoveCiliumLabels(group.Labels) {
		for _, label := range a.release.GroupLabels(labels.NewLabel(key, value, labels.LabelSourceCIDRGroup)) {
			set[label.Key] = label
		}
	}
	named := api.LabelForCIDRGroupRef(group.Name)
	set[named.Key] = named
	for _, text := range group.Spec.ExternalCIDRs {
		prefix, err := netip.ParsePrefix(string(text))
		if err != nil {
			return fmt.Errorf("CIDR group %s: %w", group.Name, err)
		}
		own := labels.NewFrom(set)
		own.AddWorldLabel(prefix.Addr())
		a.merge(prefix.Masked(), own)
	}
	return nil
}

func (a *addresses) merge(prefix netip.Prefix, set labels.Labels) {
	if a.prefixes[prefix] == nil {
		a.prefixes[prefix] = labels.Labels{}
	}
	a.prefixes[prefix].MergeLabels(set)
}

// labels gives the labels of the identity that an address gets: those of every
// known prefix around it, longer ones first and at most one cidr label
// (pkg/ipcache, mergeLabels), with one fqdn label for each selector that one
// of its names matches (pkg/fqdn/namemanager).
func (a *addresses) labels(address netip.Addr, names []string) labels.Labels {
	set := labels.Labels{}
	for _, selector := range a.fqdns {
		for _, name := range names {
			if selector.names.MatchString(dns.FQDN(name)) {
				set[selector.label.Key] = selector.label
			}
		}
	}
	hasCIDR := false
	for bits := address.BitLen(); bits >= 0; bits-- {
		prefix, _ := address.Prefix(bits)
		for key, label := range a.prefixes[prefix] {
			isCIDR := label.Source == labels.LabelSourceCIDR
			if _, ok := set[key]; ok || isCIDR && hasCIDR {
				continue
			}
			set[key] = label
			hasCIDR = hasCIDR || isCIDR
		}
	}
	set.AddWorldLabel(address)
	return set
}
