package io.policyc.tests.naive;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Which requests a grant covers: method, path, query, host, headers, calls.
class RequestMeaningTest {
  private static final String SHOP =
      """
      namespace shop
      workload web { app: web }
      workload api { app: api; port http 8080; port grpc 9090 }
      """;

  @Test
  void aMethodIsTheOneThatIsSaidAndGetIsNotHead() {
    Meaning.of(SHOP + "web may GET, PUT /x on api")
        .permits("shop/web -> shop/api: GET:8080 /x", "shop/web -> shop/api: PUT:8080 /x")
        .refuses(
            "shop/web -> shop/api: HEAD:8080 /x",
            "shop/web -> shop/api: get:8080 /x",
            "shop/web -> shop/api: GETX:8080 /x");
  }

  @Test
  void requestMeansAnyMethod() {
    Meaning.of(SHOP + "web may request /x on api")
        .permits("shop/web -> shop/api: GET:8080 /x", "shop/web -> shop/api: BREW:8080 /x")
        .refuses("shop/web -> shop/api: GET:8080 /y");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          pattern           | path               | matches
          /                 | /                  | true
          /                 | /x                 | false
          /api/v1/items     | /api/v1/items      | true
          /api/v1/items     | /api/v1/items/     | false
          /api/v1/items     | /api/v1/item       | false
          /api/v1/items     | /api/v1/items/5    | false
          /api.v1           | /apixv1            | false
          /files/*.json     | /files/a.json      | true
          /files/*.json     | /files/.json       | true
          /files/*.json     | /files/a/b.json    | false
          /files/*.json     | /files/a.jsonx     | false
          /a*b*c            | /aXbYbZc           | true
          /a*b*c            | /aXcYbZ            | false
          /*/x              | //x                | true
          /*/x              | /y/x               | true
          /items/{id}       | /items/5           | true
          /items/{id}       | /items/            | false
          /items/{id}       | /items/5/6         | false
          /items/{id}/raw   | /items/a%20b/raw   | true
          /items/{id:int}   | /items/007         | true
          /items/{id:int}   | /items/7a          | false
          /items/{id:int}   | /items/            | false
          /u/{id:uuid}      | /u/123e4567-E89b-12d3-a456-426614174000  | true
          /u/{id:uuid}      | /u/123e4567-e89b-12d3-a456-42661417400g  | false
          /u/{id:uuid}      | /u/123e4567e89b12d3a456426614174000      | false
          /p/{name:slug}    | /p/blue-shoes-2    | true
          /p/{name:slug}    | /p/-blue           | false
          /p/{name:slug}    | /p/blue--shoes     | false
          /p/{name:slug}    | /p/Blue            | false
          /**               | /                  | true
          /**               | /x/y               | true
          /api/**           | /api               | true
          /api/**           | /api/              | true
          /api/**           | /api/x/y/          | true
          /api/**           | /apix              | false
          /api/{v}/**       | /api/v1            | true
          /api/{v}/**       | /api/v1/x          | true
          /api/{v}/**       | /api/              | false
          /api/*/**         | /api               | false
          """)
  void aPathIsComparedSegmentBySegment(String pattern, String path, boolean matches) {
    assertEquals(matches, Paths.match(pattern, path), pattern + " on " + path);
  }

  @Test
  void aQueryIsAdmittedUnlessTheGrantIsWithoutQuery() {
    Meaning.of(SHOP + "web may GET /x on api\nweb may PUT /x on api without query")
        .permits(
            "shop/web -> shop/api: GET:8080 /x?",
            "shop/web -> shop/api: GET:8080 /x?a=b/c?d",
            "shop/web -> shop/api: PUT:8080 /x")
        .refuses(
            "shop/web -> shop/api: PUT:8080 /x?",
            "shop/web -> shop/api: PUT:8080 /x?a=b",
            "shop/web -> shop/api: GET:8080 /y?/x");
  }

  @Test
  void anExpressionIsComparedWithPathAndQueryAsAWhole() {
    Meaning.of(SHOP + "web may GET path matching re\"/v[12]/.*\" on api")
        .permits("shop/web -> shop/api: GET:8080 /v1/x?y", "shop/web -> shop/api: GET:8080 /v2/")
        .refuses("shop/web -> shop/api: GET:8080 /v3/x", "shop/web -> shop/api: GET:8080 /a/v1/x");
    Meaning.of(SHOP + "web may GET path matching re\"/x\" on api")
        .refuses("shop/web -> shop/api: GET:8080 /x?y");
  }

  @Test
  void aHeaderMustBeThereWithItsExactValue() {
    Meaning.of(SHOP + "web may GET /x on api with header X-Tenant: acme with header X-Trace")
        .permits("shop/web -> shop/api: GET:8080 /x x-tenant=acme X-TRACE=1")
        .refuses(
            "shop/web -> shop/api: GET:8080 /x X-Tenant=acme",
            "shop/web -> shop/api: GET:8080 /x X-Trace=1",
            "shop/web -> shop/api: GET:8080 /x X-Tenant=Acme X-Trace=1",
            "shop/web -> shop/api: GET:8080 /x X-Tenant=acme2 X-Trace=1");
  }

  @Test
  void aHostIsComparedAsSentAndAPortMayFollow() {
    Meaning.of(SHOP + "web may GET /x on api with host API.shop.example")
        .permits(
            "shop/web -> shop/api: GET:8080 /x host=api.shop.example",
            "shop/web -> shop/api: GET:8080 /x host=api.shop.example:8080")
        .refuses(
            "shop/web -> shop/api: GET:8080 /x host=api.shop.example.org",
            "shop/web -> shop/api: GET:8080 /x host=API.shop.example",
            "shop/web -> shop/api: GET:8080 /x host=apixshop.example",
            "shop/web -> shop/api: GET:8080 /x host=x.api.shop.example");
  }

  @Test
  void aHostPatternHasAStarForTextOfOneLabel() {
    Meaning.of(SHOP + "web may GET /x on api with host *.shop.example")
        .permits(
            "shop/web -> shop/api: GET:8080 /x host=a.shop.example",
            "shop/web -> shop/api: GET:8080 /x host=b.shop.example:80")
        .refuses(
            "shop/web -> shop/api: GET:8080 /x host=a.b.shop.example",
            "shop/web -> shop/api: GET:8080 /x host=shop.example");
  }

  @Test
  void aCallIsAPostToItsMethodWithoutQuery() {
    Meaning.of(SHOP + "web may call shop.Cart/Add, shop.Admin/* on api")
        .permits(
            "shop/web -> shop/api: POST:9090 /shop.Cart/Add",
            "shop/web -> shop/api: POST:9090 /shop.Admin/Any")
        .refuses(
            "shop/web -> shop/api: GET:9090 /shop.Cart/Add",
            "shop/web -> shop/api: POST:9090 /shop.Cart/Add?x",
            "shop/web -> shop/api: POST:9090 /shop.Cart/Remove",
            "shop/web -> shop/api: POST:9090 /shopxCart/Add",
            "shop/web -> shop/api: POST:9090 /shop.Admin/Any/More",
            "shop/web -> shop/api: POST:9090 /shop.AdminX/Any");
  }

  @Test
  void mutualAuthPermitsOnlyWhatIsAuthenticated() {
    Meaning.of(SHOP + "web may connect to api port http with mutual auth")
        .permits("shop/web -> shop/api: tcp 8080 authenticated")
        .refuses("shop/web -> shop/api: tcp 8080", "shop/web -> shop/api: tcp 9090 authenticated");
  }

  @Test
  void aServerNamePermitsOnlyTlsThatNamesIt() {
    Meaning.of(
            SHOP
                + """
                external stripe { host api.stripe.com; host *.stripe.network; port 443 }
                web may connect to api port 8080 with sni api.shop.example
                web may connect to stripe with sni
                """)
        .permits(
            "shop/web -> shop/api: tls:8080 api.shop.example",
            "shop/web -> 192.0.2.1=api.stripe.com: tls:443 api.stripe.com",
            "shop/web -> 192.0.2.1=api.stripe.com: tls:443 m.stripe.network")
        .refuses(
            "shop/web -> shop/api: tls:8080 other.example",
            "shop/web -> shop/api: tls:8080",
            "shop/web -> shop/api: tcp 8080",
            "shop/web -> shop/api: GET:8080 /x host=api.shop.example",
            "shop/web -> 192.0.2.1=api.stripe.com: tls:443 evil.example",
            "shop/web -> 192.0.2.1=other.example: tls:443 api.stripe.com");
  }
}
