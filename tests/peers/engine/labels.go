package engine

import (
	"slices"

	"github.com/cilium/cilium/pkg/labels"
	"github.com/cilium/cilium/pkg/labelsfilter"
)

type identityLabelsRequest struct {
	Labels map[string]string `json:"labels"`
}

type identityLabelsResponse struct {
	OK bool `json:"ok"`
	// Kept become part of the pod's identity: only these can be selected.
	Kept []string `json:"kept"`
	// Dropped are only shown to users.
	Dropped []string `json:"dropped"`
}

// identityLabels tells which labels of a pod survive the default filter.
func identityLabels(query identityLabelsRequest) (identityLabelsResponse, error) {
	kept, dropped := labelsfilter.Filter(labels.Map2Labels(query.Labels, labels.LabelSourceK8s))
	return identityLabelsResponse{OK: true, Kept: sorted(kept), Dropped: sorted(dropped)}, nil
}

func sorted(set labels.Labels) []string {
	list := []string{}
	for _, label := range set {
		list = append(list, label.String())
	}
	slices.Sort(list)
	return list
}
