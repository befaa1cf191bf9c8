package io.policyc.manifests;

import java.util.Arrays;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.reader.ReaderException;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.scanner.Constant;

/// Gives SnakeYAML's scanner the characters of a text that is there as a whole.
///
/// Its own reader takes 1,024 characters at a time and copies, each time, what the scanner has seen
/// and not yet taken: a comment or a word of n characters costs the square of n, and one of 30 MB
/// minutes.
final class WholeReader extends StreamReader {
  // As many characters as the original reader looks at together: where one of them may not stand
  // in YAML, the first of them is as far as it gets.
  private static final int CHUNK = 1024;
  private static final int BYTE_ORDER_MARK = 0xFEFF;

  private final int[] data;
  private final int limit;
  private int pointer;
  private int line;
  private int column;
  private int documentStart;

  WholeReader(String text) {
    super("");
    this.data = codePoints(text);
    this.limit = limit();
  }

  private static int[] codePoints(String text) {
    int[] points = new int[text.length()];
    int count = 0;
    for (int at = 0; at < text.length(); count++) {
      points[count] = text.codePointAt(at);
      at += Character.charCount(points[count]);
    }
    return count == points.length ? points : Arrays.copyOf(points, count);
  }

  private int limit() {
    for (int at = 0; at < data.length; at++) {
      if (!isPrintable(data[at])) {
        return at - at % CHUNK;
      }
    }
    return data.length;
  }

  // What stands behind the last character that may be read.
  private int behind() {
    if (limit < data.length) {
      int bad = limit;
      while (isPrintable(data[bad])) {
        bad++;
      }
      throw new ReaderException("'reader'", bad, data[bad], "special characters are not allowed");
    }
    return '\0';
  }

  @Override
  public Mark getMark() {
    return new Mark("'reader'", pointer, line, column, data, pointer);
  }

  @Override
  public int peek() {
    return pointer < limit ? data[pointer] : behind();
  }

  @Override
  public int peek(int index) {
    int at = pointer + index;
    return at < limit ? data[at] : behind();
  }

  @Override
  public void forward() {
    forward(1);
  }

  @Override
  public void forward(int length) {
    for (int i = 0; i < length; i++) {
      int c = peek();
      if (pointer >= data.length) {
        return;
      }
      pointer++;
      if (Constant.LINEBR.has(c) || (c == '\r' && pointer < data.length && peek() != '\n')) {
        line++;
        column = 0;
      } else if (c != BYTE_ORDER_MARK) {
        column++;
      }
    }
  }

  @Override
  public String prefix(int length) {
    int end = Math.min(pointer + length, data.length);
    if (end > limit) {
      behind();
    }
    return new String(data, pointer, end - pointer);
  }

  @Override
  public String prefixForward(int length) {
    String prefix = prefix(length);
    pointer += length;
    column += length;
    return prefix;
  }

  @Override
  public int getColumn() {
    return column;
  }

  @Override
  public int getDocumentIndex() {
    return pointer - documentStart;
  }

  @Override
  public void resetDocumentIndex() {
    documentStart = pointer;
  }

  @Override
  public int getIndex() {
    return pointer;
  }

  @Override
  public int getLine() {
    return line;
  }
}
