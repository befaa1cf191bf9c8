// Writes the types of the fields of pods and of what makes them as a table, from
// the Go types that an API server of Kubernetes 1.36 decodes into:
//
//	go run . > ../../../manifests/src/main/resources/kubernetes/1.36/types.txt
//
// A line without indent names a type; those below it are its fields, with the
// type of each: string, boolean, int32, int64, quantity, intOrString, time,
// any, another type, [] for a list, {} for an object with free names.
package main

import (
	"fmt"
	"reflect"
	"sort"
	"strings"

	apps "k8s.io/api/apps/v1"
	batch "k8s.io/api/batch/v1"
	core "k8s.io/api/core/v1"
	"k8s.io/apimachinery/pkg/api/resource"
	meta "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/util/intstr"
)

var (
	seen    = map[string]reflect.Type{}
	waiting []reflect.Type
)

// special types decode themselves.
var special = map[reflect.Type]string{
	reflect.TypeOf(resource.Quantity{}):  "quantity",
	reflect.TypeOf(intstr.IntOrString{}): "intOrString",
	reflect.TypeOf(meta.Time{}):          "time",
	reflect.TypeOf(meta.MicroTime{}):     "time",
	reflect.TypeOf(meta.FieldsV1{}):      "any",
}

func name(t reflect.Type) string {
	if word, ok := special[t]; ok {
		return word
	}
	switch t.Kind() {
	case reflect.Pointer:
		return name(t.Elem())
	case reflect.Slice:
		if t.Elem().Kind() == reflect.Uint8 {
			return "string"
		}
		return "[]" + name(t.Elem())
	case reflect.Map:
		return "{}" + name(t.Elem())
	case reflect.String:
		return "string"
	case reflect.Bool:
		return "boolean"
	case reflect.Int32:
		return "int32"
	case reflect.Int64:
		return "int64"
	case reflect.Struct:
		if known, ok := seen[t.Name()]; !ok {
			seen[t.Name()] = t
			waiting = append(waiting, t)
		} else if known != t {
			panic("two types are called " + t.Name())
		}
		return t.Name()
	}
	panic("no word for " + t.String())
}

func fields(t reflect.Type) map[string]string {
	all := map[string]string{}
	for i := range t.NumField() {
		field := t.Field(i)
		tag := strings.Split(field.Tag.Get("json"), ",")[0]
		if field.Anonymous && tag == "" {
			for inner, word := range fields(field.Type) {
				all[inner] = word
			}
		} else if tag != "" && tag != "-" {
			all[tag] = name(field.Type)
		}
	}
	return all
}

func main() {
	fmt.Println("# Kubernetes 1.36.4, k8s.io/api v0.36.4 (Apache-2.0), made by tests/peers/podschema")
	for _, root := range []any{
		core.Pod{}, core.PodTemplate{}, core.ReplicationController{},
		apps.Deployment{}, apps.ReplicaSet{}, apps.StatefulSet{}, apps.DaemonSet{},
		batch.Job{}, batch.CronJob{},
	} {
		name(reflect.TypeOf(root))
	}
	for len(waiting) > 0 {
		t := waiting[0]
		waiting = waiting[1:]
		fmt.Println(t.Name())
		all := fields(t)
		names := make([]string, 0, len(all))
		for one := range all {
			names = append(names, one)
		}
		sort.Strings(names)
		for _, one := range names {
			fmt.Printf("  %s %s\n", one, all[one])
		}
	}
}
