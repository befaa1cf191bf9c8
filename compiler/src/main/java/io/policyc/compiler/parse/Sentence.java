package io.policyc.compiler.parse;

import java.util.List;

/// One sentence as ANTLR found it: flat, since its readers go from word to word.
///
/// @param annotations each from its `@` word to its closing parenthesis
/// @param lexemes with END as the last one
/// @param damaged whether something was found in it that makes more findings unreliable
record Sentence(List<List<Lexeme>> annotations, List<Lexeme> lexemes, boolean damaged) {}
