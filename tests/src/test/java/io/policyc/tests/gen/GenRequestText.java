package io.policyc.tests.gen;

import java.util.ArrayList;
import java.util.List;

/// Makes up what a sentence says of requests.
final class GenRequestText {
  static final List<String> PATHS =
      List.of(
          "/",
          "/api/v1/items",
          "/api/v1/items/{id}",
          "/api/{v}/**",
          "/files/*.json",
          "/u/{id:uuid}",
          "/n/{id:int}/end",
          "/p/{s:slug}",
          "/**",
          "/a.b/c+d",
          "\"/(x)$y+z\"",
          "/x*y/{z}",
          "/a/rather/long/path/that/goes/on/for/quite/a/while/until/it/no/longer/fits/one/{id}/x/**");
  static final List<String> HOSTS =
      List.of(
          "api.shop.example", "*.shop.example", "a-*.example", "**.example", "API.Shop.Example");

  private final Dice dice;

  GenRequestText(Dice dice) {
    this.dice = dice;
  }

  /// `GET /x on backend port http with host api`, after `may`.
  ///
  /// @param rest from ` on` to the port
  String request(String rest) {
    String methods = dice.one("GET", "GET, HEAD", "POST", "request", "DELETE, PUT", "PATCH, GET");
    return methods + " " + paths(rest + conditions());
  }

  String call(String rest) {
    String calls =
        String.join(", ", dice.some(List.of("shop.Cart/Add", "shop.Cart/*", "Echo/Say"), 2));
    String header = dice.chance(10) ? " with header X-Tenant: acme" : "";
    return "call " + calls + rest + header;
  }

  // An expression says itself whether a query may follow.
  private String paths(String rest) {
    return dice.chance(8)
        ? "path matching "
            + dice.one("re\"/v[12]/.*\"", "re\"/(a|b)/[0-9]+(\\?.*)?\"", "re\"/exact\"")
            + rest.replace(" without query", "")
        : String.join(", ", dice.some(PATHS, dice.chance(10) ? 8 : 2)) + rest;
  }

  private String conditions() {
    List<String> all = new ArrayList<>();
    if (dice.chance(15)) {
      all.add(" without query");
    }
    if (dice.chance(14)) {
      all.add(" with host " + dice.pick(HOSTS));
    }
    if (dice.chance(12)) {
      all.add(" with header X-Tenant: " + dice.one("acme", "other", "\"two words\""));
    }
    if (dice.chance(8)) {
      all.add(" with header X-Trace");
    }
    return String.join("", dice.shuffled(all));
  }
}
