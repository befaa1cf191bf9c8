package io.policyc.tests.gen;

/// One sentence of a generated input.
///
/// @param header the line above it that says where its names live: `namespace shop`
/// @param text the sentence, perhaps over several lines
/// @param foreign whether it stands in a file that a `foreign import` reads
public record Line(String header, String text, boolean foreign) {}
