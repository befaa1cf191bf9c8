/// The shape of a policy: sentences of words, annotations above them, blocks and lists in them.
///
/// Which form a sentence is, and everything inside it, is decided over its words (package
/// `io.policyc.compiler.parse`): a misspelt keyword must reach a did-you-mean, not a token error.
/// Lines become sentences there, too: END is never lexed, and a SEMICOLON may stand for a new line.
grammar Policy;

tokens { END }

file       : (sentence | END)* EOF ;
sentence   : (annotation+ | words | block | list) (words | block | list)* END ;
annotation : ANNOTATION list? ;
block      : OPEN_BRACE (words | block | list)* CLOSE_BRACE ;
list       : OPEN_PAREN (words | block | list)* CLOSE_PAREN ;
// A run of words is one node: a rule for each word takes twice the time.
words      : (WORD | PATH | TEXT | EXPRESSION | UNCLOSED | COMMA | COLON | SEMICOLON)+ ;

NEWLINE : '\r'? '\n' ;
CR      : '\r' ;
BLANK   : [ \t]+ -> skip ;

// Only where no word has begun: `a#b` is a word.
COMMENT : '#' ~[\r\n]* ;

OPEN_BRACE  : '{' ;
CLOSE_BRACE : '}' ;
OPEN_PAREN  : '(' ;
CLOSE_PAREN : ')' ;
COMMA       : ',' ;
SEMICOLON   : ';' ;
COLON       : ':' ;

TEXT       : QUOTED ;
EXPRESSION : 're' QUOTED ;
UNCLOSED   : 're'? '"' INSIDE* '\\'? ;

ANNOTATION : '@' LETTER* ;

// `/api/{id},x` is one word; a comma before a blank is none of it.
PATH : '/' (','* ~[ \t\r\n,])* ;

// A colon belongs to a word unless a blank follows: `wasi:keyvalue`, `2001:db8::/32`, `::/0`. At
// most two in a row, so that no lexing looks far ahead.
WORD : (START | '::' LETTER) (':'? ':'? LETTER)* '::'? ;

fragment QUOTED : '"' INSIDE* '"' ;
fragment INSIDE : '\\' ~[\r\n] | ~["\\\r\n] ;
fragment START  : ~[ \t\r\n{}(),;":#@/] ;
fragment LETTER : ~[ \t\r\n{}(),;":] ;

