package io.policyc.cli;

import java.util.Optional;

/// The command was asked wrongly; caught in one place, where it becomes exit status 2.
public final class UsageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String help;

  /// @param message what is wrong, in one sentence
  public UsageException(String message) {
    this(message, "");
  }

  /// @param message what is wrong, in one sentence
  /// @param help what to do; empty where nothing is to be said
  public UsageException(String message, String help) {
    super(message, null, false, false);
    this.help = help;
  }

  /// What is wrong.
  public String reason() {
    return String.valueOf(getMessage());
  }

  /// What to do about it.
  public Optional<String> help() {
    return Optional.of(help).filter(text -> !text.isEmpty());
  }
}
