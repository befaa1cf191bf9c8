package main

import (
	"encoding/json"

	corev1 "k8s.io/api/core/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	psaapi "k8s.io/pod-security-admission/api"
	"k8s.io/pod-security-admission/policy"
	kjson "sigs.k8s.io/json"
)

// question is one pod and the policies that it is held against.
type question struct {
	Pod json.RawMessage `json:"pod"`
	By  []held          `json:"by"`
}

// held is one policy, and the release whose "latest" counts (empty: this one's).
type held struct {
	Level   string `json:"level"`
	Version string `json:"version"`
	Emulate string `json:"emulate"`
}

type verdict struct {
	// Invalid says why the pod cannot be decoded; then nothing was judged.
	Invalid string   `json:"invalid,omitempty"`
	By      []answer `json:"by"`
}

type answer struct {
	Allowed bool `json:"allowed"`
	// Message is what the server puts behind `violates PodSecurity "…": `.
	Message string   `json:"message"`
	Failing []failed `json:"failing"`
}

type failed struct {
	ID     policy.CheckID `json:"id"`
	Reason string         `json:"reason"`
	Detail string         `json:"detail"`
}

func (s *server) judge(asked question) (verdict, error) {
	// As an API server decodes: field names with their case, whole numbers kept.
	var pod corev1.Pod
	if err := kjson.UnmarshalCaseSensitivePreserveInts(asked.Pod, &pod); err != nil {
		return verdict{Invalid: err.Error()}, nil
	}
	result := verdict{By: make([]answer, len(asked.By))}
	for i, by := range asked.By {
		level, err := psaapi.ParseLevel(by.Level)
		if err != nil {
			return verdict{}, err
		}
		version, err := psaapi.ParseVersion(by.Version)
		if err != nil {
			return verdict{}, err
		}
		evaluator, err := s.evaluator(by.Emulate)
		if err != nil {
			return verdict{}, err
		}
		result.By[i] = evaluator.evaluate(psaapi.LevelVersion{Level: level, Version: version}, &pod)
	}
	return result, nil
}

// recorder is the registry itself with checks that also note their id, which a
// result does not carry.
type recorder struct {
	evaluator policy.Evaluator
	ids       []policy.CheckID
}

func (s *server) evaluator(emulate string) (*recorder, error) {
	if found := s.evaluators[emulate]; found != nil {
		return found, nil
	}
	var emulated *psaapi.Version
	if emulate != "" {
		version, err := psaapi.ParseVersion(emulate)
		if err != nil {
			return nil, err
		}
		emulated = &version
	}
	made := &recorder{}
	checks := policy.DefaultChecks()
	for i := range checks {
		made.watch(&checks[i])
	}
	evaluator, err := policy.NewEvaluator(checks, emulated)
	if err != nil {
		return nil, err
	}
	made.evaluator = evaluator
	s.evaluators[emulate] = made
	return made, nil
}

func (r *recorder) watch(check *policy.Check) {
	for i := range check.Versions {
		judge := check.Versions[i].CheckPod
		check.Versions[i].CheckPod = func(meta *metav1.ObjectMeta, spec *corev1.PodSpec) policy.CheckResult {
			r.ids = append(r.ids, check.ID)
			return judge(meta, spec)
		}
	}
}

func (r *recorder) evaluate(by psaapi.LevelVersion, pod *corev1.Pod) answer {
	r.ids = r.ids[:0]
	results := r.evaluator.EvaluatePod(by, &pod.ObjectMeta, &pod.Spec)
	all := policy.AggregateCheckResults(results)
	given := answer{Allowed: all.Allowed, Message: all.ForbiddenDetail(), Failing: []failed{}}
	for i, result := range results {
		if !result.Allowed {
			given.Failing = append(given.Failing, failed{r.ids[i], result.ForbiddenReason, result.ForbiddenDetail})
		}
	}
	return given
}
