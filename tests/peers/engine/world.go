package engine

import (
	"encoding/json"
	"fmt"
	"log/slog"
	"sync"

	"github.com/cilium/cilium/pkg/crypto/certificatemanager"
	envoypolicy "github.com/cilium/cilium/pkg/envoy/policy"
	"github.com/cilium/cilium/pkg/identity"
	"github.com/cilium/cilium/pkg/identity/identitymanager"
	ipcachetypes "github.com/cilium/cilium/pkg/ipcache/types"
	v2 "github.com/cilium/cilium/pkg/k8s/apis/cilium.io/v2"
	"github.com/cilium/cilium/pkg/policy"
	"github.com/cilium/cilium/pkg/policy/api"

	"policyc.io/peers/validate"
)

// world is one cluster as one agent sees it: policies, and the identities that
// they are asked about.
type world struct {
	release    Release
	logger     *slog.Logger
	repository *policy.Repository
	manager    identitymanager.IDManager
	translator Translator
	identities *identities
	// subjects caches what was computed for an identity under policy.
	subjects map[int64]*subject
}

type loadRequest struct {
	ID string `json:"id"`
	// Policies holds CiliumNetworkPolicies, CiliumClusterwideNetworkPolicies
	// and CiliumCIDRGroups.
	Policies   string         `json:"policies"`
	CIDRGroups []groupSpec    `json:"cidrGroups"`
	Identities []identitySpec `json:"identities"`
}

type groupSpec struct {
	Name   string            `json:"name"`
	Labels map[string]string `json:"labels"`
	CIDRs  []string          `json:"cidrs"`
}

type loadResponse struct {
	OK       bool `json:"ok"`
	Policies int  `json:"policies"`
	Rules    int  `json:"rules"`
	// Errors names the documents that the agent would not import.
	Errors []validate.Result `json:"errors"`
	// Identities tells which number and labels each identity was given.
	Identities []loadedIdentity `json:"identities"`
}

type loadedIdentity struct {
	ID      int64    `json:"id"`
	Numeric uint32   `json:"numeric"`
	Labels  []string `json:"labels"`
}

// load replaces the world of that name. Documents that the agent would not
// import are reported and left out, as it would.
func (s *server) load(query loadRequest) (loadResponse, error) {
	loader := &loader{server: s, addresses: newAddresses(s.release), ids: newIdentities()}
	response := loadResponse{OK: true, Errors: []validate.Result{}, Identities: []loadedIdentity{}}
	for _, group := range query.CIDRGroups {
		if err := loader.addresses.addGroup(group.object()); err != nil {
			return response, err
		}
	}
	for _, document := range validate.Documents(query.Policies) {
		if err := loader.add(document, &response); err != nil {
			return response, err
		}
	}
	for _, spec := range query.Identities {
		if err := loader.ids.add(spec, loader.addresses); err != nil {
			return response, err
		}
		response.Identities = append(response.Identities, loader.loaded(spec.ID))
	}
	s.worlds[query.ID] = loader.world()
	return response, nil
}

func (g groupSpec) object() *v2.CiliumCIDRGroup {
	group := &v2.CiliumCIDRGroup{}
	group.Name, group.Labels = g.Name, g.Labels
	for _, cidr := range g.CIDRs {
		group.Spec.ExternalCIDRs = append(group.Spec.ExternalCIDRs, api.CIDR(cidr))
	}
	return group
}

// loader collects what a world is made of.
type loader struct {
	*server
	addresses *addresses
	ids       *identities
	policies  []imported
}

// imported is a policy whose rules wait for the identities.
type imported struct {
	resource ipcachetypes.ResourceID
	rules    api.Rules
}

func (l *loader) add(document validate.Document, response *loadResponse) error {
	result, rules := l.validator.Import(document)
	if result.Kind == v2.CCGKindDefinition {
		var group v2.CiliumCIDRGroup
		if err := json.Unmarshal(document.JSON, &group); err != nil {
			return err
		}
		return l.addresses.addGroup(&group)
	}
	if len(rules) == 0 {
		response.Errors = append(response.Errors, result)
		return nil
	}
	policy := imported{resource: resourceOf(result), rules: rules}
	l.policies = append(l.policies, policy)
	response.Policies++
	response.Rules += len(rules)
	return l.addresses.addRules(rules)
}

func resourceOf(policy validate.Result) ipcachetypes.ResourceID {
	kind := ipcachetypes.ResourceKindCNP
	if policy.Kind == v2.CCNPKindDefinition {
		kind = ipcachetypes.ResourceKindCCNP
	}
	return ipcachetypes.NewResourceID(kind, policy.Namespace, policy.Name)
}

func (l *loader) loaded(client int64) loadedIdentity {
	id := l.ids.byClient[client]
	return loadedIdentity{ID: client, Numeric: id.ID.Uint32(), Labels: sorted(id.Labels)}
}

// world fills the selector caches before the rules come. The other way round
// Cilium starts a goroutine for each cache, to tell the rules of the new
// identities, and it would never end: every world would stay in memory.
func (l *loader) world() *world {
	manager := identitymanager.NewIDManager(l.logger)
	translator := newTranslator(l.logger)
	repository := policy.NewPolicyRepository(
		l.logger,
		identity.IdentityMap{},
		nil, // no certificates: a policy that terminates TLS is answered with an error
		translator,
		manager,
		l.release.Metrics(),
	)
	all := l.ids.all()
	l.release.Know(repository, all)
	wait := &sync.WaitGroup{}
	repository.GetSelectorCache().UpdateIdentities(all, nil, wait)
	wait.Wait()
	for _, policy := range l.policies {
		l.release.Replace(repository, policy.rules, policy.resource)
	}
	return &world{
		release:    l.release,
		logger:     l.logger,
		repository: repository,
		manager:    manager,
		translator: translator,
		identities: l.ids,
		subjects:   map[int64]*subject{},
	}
}

func newTranslator(logger *slog.Logger) Translator {
	secrets := certificatemanager.NewMockSecretManagerNotFound()
	return Translator{Logger: logger, EnvoyL7RulesTranslator: envoypolicy.NewEnvoyL7RulesTranslator(logger, secrets)}
}

// identity finds an end of a conversation by the client's number.
func (w *world) identity(client int64) (*identity.Identity, error) {
	id, ok := w.identities.byClient[client]
	if !ok {
		return nil, fmt.Errorf("identity %d is not in this world", client)
	}
	return id, nil
}
