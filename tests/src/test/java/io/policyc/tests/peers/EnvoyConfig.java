package io.policyc.tests.peers;

import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// A configuration that answers 200 to what a policy allows and 403 to the rest, on a socket file.
///
/// Paths are rewritten as Cilium has Envoy do it (http-normalize-path: normalised, slashes merged,
/// escaped ones redirected). One Envoy holds thousands of policies: a header picks the policy.
final class EnvoyConfig {
  /// The header that names the policy.
  static final String POLICY = "x-policy";

  private static final String API = "type.googleapis.com/envoy.";

  private EnvoyConfig() {}

  static ObjectNode of(Path socket, List<List<EnvoyRule>> policies) {
    ObjectNode listener = Json.object().put("name", "requests");
    listener.putObject("address").putObject("pipe").put("path", socket.toString());
    ObjectNode filter =
        listener.putArray("filter_chains").addObject().putArray("filters").addObject();
    filter.put("name", "envoy.filters.network.http_connection_manager");
    filter.set("typed_config", manager(policies));
    ObjectNode root = Json.object();
    root.putObject("static_resources").putArray("listeners").add(listener);
    return root;
  }

  private static ObjectNode manager(List<List<EnvoyRule>> policies) {
    ObjectNode manager =
        typed("extensions.filters.network.http_connection_manager.v3.HttpConnectionManager")
            .put("stat_prefix", "requests")
            .put("normalize_path", true)
            .put("merge_slashes", true)
            .put("path_with_escaped_slashes_action", "UNESCAPE_AND_REDIRECT");
    ObjectNode host =
        manager.putObject("route_config").putArray("virtual_hosts").addObject().put("name", "all");
    host.putArray("domains").add("*");
    host.set("matcher", matcher(policies));
    ObjectNode router = manager.putArray("http_filters").addObject();
    router.put("name", "envoy.filters.http.router");
    router.set("typed_config", typed("extensions.filters.http.router.v3.Router"));
    return manager;
  }

  private static ObjectNode matcher(List<List<EnvoyRule>> policies) {
    ObjectNode matcher = Json.object();
    ObjectNode tree = matcher.putObject("matcher_tree");
    ObjectNode input = tree.putObject("input").put("name", "policy");
    input.set("typed_config", typed("type.matcher.v3.HttpRequestHeaderMatchInput"));
    ((ObjectNode) input.get("typed_config")).put("header_name", POLICY);
    ObjectNode map = tree.putObject("exact_match_map").putObject("map");
    for (int i = 0; i < policies.size(); i++) {
      ObjectNode routes = typed("config.route.v3.RouteList");
      routes.set("routes", Json.array(policies.get(i), EnvoyRule::route));
      routes.withArray("routes").add(refusal());
      map.putObject(String.valueOf(i)).set("action", action(routes));
    }
    return matcher;
  }

  private static JsonNode refusal() {
    ObjectNode route = Json.object();
    route.putObject("match").put("prefix", "/");
    route.putObject("direct_response").put("status", 403);
    return route;
  }

  private static ObjectNode action(ObjectNode config) {
    ObjectNode action = Json.object().put("name", "routes");
    action.set("typed_config", config);
    return action;
  }

  private static ObjectNode typed(String message) {
    return Json.object().put("@type", API + message);
  }
}
