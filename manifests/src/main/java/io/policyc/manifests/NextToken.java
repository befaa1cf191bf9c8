package io.policyc.manifests;

import java.util.Optional;
import org.yaml.snakeyaml.scanner.Scanner;
import org.yaml.snakeyaml.tokens.Token;

/// Holds the next token of a scanner, which SnakeYAML's parser asks for several times: the scanner
/// itself looks each time whether something else might still stand before it.
final class NextToken implements Scanner {
  private final Scanner scanner;
  private Optional<Token> next = Optional.empty();

  NextToken(Scanner scanner) {
    this.scanner = scanner;
  }

  private boolean has() {
    if (next.isEmpty() && scanner.checkToken()) {
      next = Optional.of(scanner.getToken());
    }
    return next.isPresent();
  }

  @Override
  public boolean checkToken(Token.ID... choices) {
    if (!has()) {
      return false;
    }
    Token.ID id = next.get().getTokenId();
    for (Token.ID choice : choices) {
      if (choice == id) {
        return true;
      }
    }
    return choices.length == 0;
  }

  @Override
  public Token peekToken() {
    return has() ? next.get() : scanner.peekToken();
  }

  @Override
  public Token getToken() {
    Token token = peekToken();
    next = Optional.empty();
    return token;
  }

  @Override
  public void resetDocumentIndex() {
    scanner.resetDocumentIndex();
  }
}
