package io.policyc.compiler.cilium;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class IdentityLabelsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          key                                            | 1.18  | 1.20
          app                                            | true  | true
          app.kubernetes.io/name                         | true  | true
          example.com/kubernetes.io                      | true  | true
          kubernetes.io/metadata.name                    | false | false
          node.kubernetes.io/role                        | true  | true
          io.kubernetes.pod.namespace                    | true  | true
          io.kubernetes.pod.name                         | false | false
          io.cilium.k8s.policy.cluster                   | true  | true
          k8s.io/app                                     | false | false
          pod-template-hash                              | false | false
          pod-template-hash-of-mine                      | false | false
          my-pod-template-hash                           | true  | true
          controller-revision-hash                       | false | false
          statefulset.kubernetes.io/pod-name             | false | false
          statefulset.kubernetes.io/other                | true  | true
          apps.kubernetes.io/pod-index                   | false | false
          batch.kubernetes.io/controller-uid             | false | false
          batch.kubernetes.io/job-name                   | true  | true
          annotations                                    | false | false
          etcd_node                                      | false | false
          beta.kubernetes.io/os                          | false | false
          x.beta.kubernetes.io/os                        | false | false
          app.kubernetes.io/x.beta.kubernetes.io         | false | false
          topology.kubernetes.io/zone                    | true  | false
          """)
  void keepsWhatCiliumKeeps(String key, boolean old, boolean current) {
    assertEquals(old, IdentityLabels.keeps(CiliumVersion.V1_18, key));
    assertEquals(current, IdentityLabels.keeps(CiliumVersion.V1_19, key));
    assertEquals(current, IdentityLabels.keeps(CiliumVersion.V1_20, key));
  }

  @ParameterizedTest
  @CsvSource({
    "team, true",
    "kubernetes.io/metadata.name, true",
    "beta.kubernetes.io/os, false",
    "topology.kubernetes.io/zone, true"
  })
  void keepsLabelsOfNamespaces(String key, boolean kept) {
    assertEquals(kept, IdentityLabels.keepsOfNamespace(CiliumVersion.V1_20, key));
  }
}
