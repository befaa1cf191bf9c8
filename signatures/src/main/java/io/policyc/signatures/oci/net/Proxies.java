package io.policyc.signatures.oci.net;

import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Through whom hosts are reached. A proxy finds the addresses of hosts itself: which of them it
/// may go to is its own affair, only addresses that stand in a URL are checked here.
///
/// @param secure the proxy for `https`, as `host:port`
/// @param plain the proxy for `http`
/// @param direct hosts that are reached without: names, names below `.example.com`, addresses, or
///   `*` for all
public record Proxies(Optional<Origin> secure, Optional<Origin> plain, List<String> direct) {
  /// None.
  public static final Proxies NONE = new Proxies(Optional.empty(), Optional.empty(), List.of());

  public Proxies {
    direct = List.copyOf(direct);
  }

  /// As the environment says: `HTTPS_PROXY`, `HTTP_PROXY`, `NO_PROXY`, also in lower case, which
  /// wins. Only `http://host:port` and `host:port` are proxies; one with a user is none.
  ///
  /// @throws IllegalArgumentException naming the variable that cannot be read
  public static Proxies of(Map<String, String> environment) {
    return new Proxies(
        proxy(environment, "https_proxy"),
        proxy(environment, "http_proxy"),
        variable(environment, "no_proxy").stream()
            .flatMap(text -> List.of(text.split(",", -1)).stream())
            .map(text -> text.strip().toLowerCase(Locale.ROOT))
            .filter(text -> !text.isEmpty())
            .toList());
  }

  private static Optional<String> variable(Map<String, String> environment, String name) {
    return Optional.ofNullable(environment.get(name))
        .or(() -> Optional.ofNullable(environment.get(name.toUpperCase(Locale.ROOT))))
        .filter(text -> !text.isBlank());
  }

  private static Optional<Origin> proxy(Map<String, String> environment, String name) {
    return variable(environment, name)
        .map(
            text ->
                origin(text.contains("://") ? text : "http://" + text)
                    .orElseThrow(
                        () -> new IllegalArgumentException(name + " is not `http://host:port`")));
  }

  private static Optional<Origin> origin(String text) {
    try {
      return Origin.of(new URI(text)).filter(origin -> !origin.secure());
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  /// The proxy for a host.
  Optional<InetSocketAddress> of(Origin target) {
    return isDirect(target)
        ? Optional.empty()
        : (target.secure() ? secure : plain)
            .map(proxy -> new InetSocketAddress(proxy.host(), proxy.port()));
  }

  private boolean isDirect(Origin target) {
    String host = target.host();
    return direct.stream()
        .anyMatch(
            name ->
                name.equals("*")
                    || name.equals(host)
                    || name.equals(host + ":" + target.port())
                    || host.endsWith(name.startsWith(".") ? name : "." + name));
  }
}
