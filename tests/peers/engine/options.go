package engine

import (
	"log/slog"

	"github.com/cilium/cilium/pkg/labelsfilter"
	"github.com/cilium/cilium/pkg/option"
	"github.com/cilium/cilium/pkg/policy"
	"github.com/cilium/cilium/pkg/policy/api"
)

// clusterName is the name of the cluster that every pod of a world lives in
// unless its labels say otherwise, and what policy-default-local-cluster (on
// by default since 1.19, and here for 1.18, too) writes into selectors that name
// no cluster.
const clusterName = "default"

// configure sets the agent's global options as the Helm chart's defaults leave
// them on Kubernetes.
func configure(release Release) {
	option.Config.EnableIPv4 = true
	option.Config.EnableIPv6 = true
	option.Config.EnableL7Proxy = true
	option.Config.EnableICMPRules = true
	option.Config.ClusterName = clusterName
	option.Config.EnablePolicy = option.DefaultEnforcement
	release.Configure()
	policy.SetPolicyEnabled(option.DefaultEnforcement)
	api.InitEntities(clusterName)
	// No prefixes and no file: the default filter.
	if err := labelsfilter.ParseLabelPrefixCfg(slog.New(slog.DiscardHandler), nil, nil, ""); err != nil {
		panic(err)
	}
}
