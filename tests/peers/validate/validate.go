package validate

import (
	"encoding/json"
	"fmt"
	"log/slog"

	apiextensions "k8s.io/apiextensions-apiserver/pkg/apis/apiextensions"
	apiextensionsv1 "k8s.io/apiextensions-apiserver/pkg/apis/apiextensions/v1"
	"k8s.io/apiextensions-apiserver/pkg/apiserver/validation"
	"k8s.io/apimachinery/pkg/apis/meta/v1/unstructured"

	"github.com/cilium/cilium/pkg/k8s/apis/cilium.io/client"
	v2 "github.com/cilium/cilium/pkg/k8s/apis/cilium.io/v2"
	"github.com/cilium/cilium/pkg/k8s/apis/cilium.io/v2/validator"
	"github.com/cilium/cilium/pkg/policy/api"
)

// Result is what one release of Cilium says about one document. An empty
// string means accepted.
type Result struct {
	Index     int    `json:"index"`
	Kind      string `json:"kind,omitempty"`
	Namespace string `json:"namespace,omitempty"`
	Name      string `json:"name,omitempty"`
	// Schema holds the complaints of the CRD's schema, or of the check for
	// fields that the schema does not know (an API server prunes those).
	Schema string `json:"schema,omitempty"`
	// Sanitize holds the first complaint of the agent's own rules. They are
	// asked even when the schema refuses, so that both can be compared.
	Sanitize string `json:"sanitize,omitempty"`
	// Rules counts the rules that the agent would import.
	Rules int `json:"rules"`
}

// Validator holds the compiled schemas of one release.
type Validator struct {
	logger  *slog.Logger
	cluster string
	np      *validator.NPValidator
	groups  validation.SchemaCreateValidator
}

// New compiles the schemas. The cluster's name is what the agent puts into
// selectors that do not mention a cluster; it may be empty.
func New(logger *slog.Logger, cluster string) (*Validator, error) {
	np, err := validator.NewNPValidator(logger)
	if err != nil {
		return nil, err
	}
	groups, err := schema(logger, client.CCGCRDName)
	if err != nil {
		return nil, err
	}
	return &Validator{logger: logger, cluster: cluster, np: np, groups: groups}, nil
}

// schema compiles the CRD of that name as NewNPValidator does for policies:
// through JSON, which fills in the defaults of the schema's own fields.
func schema(logger *slog.Logger, name string) (validation.SchemaCreateValidator, error) {
	crd := client.GetPregeneratedCRD(logger, name)
	text, err := json.Marshal(crd.Spec.Versions[0].Schema)
	if err != nil {
		return nil, err
	}
	var external apiextensionsv1.CustomResourceValidation
	if err := json.Unmarshal(text, &external); err != nil {
		return nil, err
	}
	var internal apiextensions.CustomResourceValidation
	convert := apiextensionsv1.Convert_v1_CustomResourceValidation_To_apiextensions_CustomResourceValidation
	if err := convert(&external, &internal, nil); err != nil {
		return nil, err
	}
	compiled, _, err := validation.NewSchemaValidator(internal.OpenAPIV3Schema)
	return compiled, err
}

// Stream validates every document of a YAML stream.
func (v *Validator) Stream(text string) []Result {
	results := []Result{}
	for _, document := range Documents(text) {
		results = append(results, v.Document(document))
	}
	return results
}

// Document asks schema and agent about one document.
func (v *Validator) Document(document Document) Result {
	result, _, object := v.read(document)
	if object != nil {
		result.Schema = text(withoutEmpty(v.schemaOf(object)))
	}
	return result
}

// Import asks only the agent about one document, which is what matters once an
// API server has taken it, and gives the sanitized rules.
func (v *Validator) Import(document Document) (Result, api.Rules) {
	result, rules, _ := v.read(document)
	return result, rules
}

// read gives no object when the document is none, and says so in the result.
func (v *Validator) read(document Document) (Result, api.Rules, *unstructured.Unstructured) {
	result := Result{Index: document.Index}
	object := &unstructured.Unstructured{}
	err := document.Err
	if err == nil {
		err = json.Unmarshal(document.JSON, &object.Object)
	}
	if err != nil {
		result.Schema = err.Error()
		return result, nil, nil
	}
	result.Kind, result.Namespace, result.Name = object.GetKind(), object.GetNamespace(), object.GetName()
	rules, err := v.rules(document.JSON, result.Kind)
	result.Rules, result.Sanitize = len(rules), text(err)
	return result, rules, object
}

// withoutEmpty drops a complaint about unknown fields that names none. Cilium
// 1.18 makes it for nearly every policy, because it expects a fork of
// apimachinery that leaves out empty fields, and that fork cannot be had from
// a module proxy any more. A field that is really unknown is still named.
func withoutEmpty(err error) error {
	if err != nil && err.Error() == "unknown fields found, extra:[]" {
		return nil
	}
	return err
}

func (v *Validator) schemaOf(object *unstructured.Unstructured) error {
	switch object.GetKind() {
	case v2.CNPKindDefinition:
		return v.np.ValidateCNP(object)
	case v2.CCNPKindDefinition:
		return v.np.ValidateCCNP(object)
	case v2.CCGKindDefinition:
		if errs := validation.ValidateCustomResource(nil, object.Object, v.groups); len(errs) > 0 {
			return errs.ToAggregate()
		}
		return nil
	default:
		return fmt.Errorf("kind %q is none of Cilium's policies", object.GetKind())
	}
}

// rules gives the sanitized rules of a policy, as the agent would import them,
// and none for the other kinds.
func (v *Validator) rules(text []byte, kind string) (api.Rules, error) {
	switch kind {
	case v2.CNPKindDefinition:
		var policy v2.CiliumNetworkPolicy
		if err := json.Unmarshal(text, &policy); err != nil {
			return nil, err
		}
		// The agent parses a deep copy, whose slices have no room to grow. With
		// room, the rules of the ports of one entry share what is appended when
		// policies are merged (pkg/policy, mergePortProto), and overwrite it.
		return policy.DeepCopy().Parse(v.logger, v.cluster)
	case v2.CCNPKindDefinition:
		var policy v2.CiliumClusterwideNetworkPolicy
		if err := json.Unmarshal(text, &policy); err != nil {
			return nil, err
		}
		return policy.DeepCopy().Parse(v.logger, v.cluster)
	default:
		return nil, nil
	}
}

func text(err error) string {
	if err == nil {
		return ""
	}
	return err.Error()
}
