grammar Policy;
file : WORD* EOF ;
WORD : ~[ \t\r\n]+ ;
BLANK : [ \t\r\n]+ -> skip ;
