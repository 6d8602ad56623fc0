// Words of the condition language. Upstream reads characters where it needs them
// (userspace/libsinsp/filter/parser.cpp); here each mode stands for one such place:
// a check, what joins checks, an operator, the three kinds of right side, a list's items,
// a transformer's arguments, and what stands in brackets behind a field.
lexer grammar ConditionLexer;

options {
  superClass = LookaheadLexer;
}

tokens {
  RPAREN,
  RPAREN_LBRACK,
  RBRACK,
  COMMA,
  QUOTED,
  BARE,
  NUMBER,
  VAL
}

// A check is expected.
BLANKS: BLANK+ -> skip;
NOT: 'not' [ \t\n\u000B\f\r]+;
NOT_LPAREN: 'not(';
LPAREN: '(';
FIELD: FIELD_NAME -> mode(OPERATOR);
FIELD_LBRACK: FIELD_NAME '[' -> mode(OPERATOR), pushMode(SELECTOR);
TRANSFORMER: TRANSFORMER_NAME '(' -> mode(OPERATOR), pushMode(ARGUMENT);
IDENTIFIER: NAME -> mode(CONNECTIVE);
UNEXPECTED: .;

fragment BLANK: [ \t\b\r\n];
fragment NAME: [a-zA-Z] [a-zA-Z0-9_]*;
fragment FIELD_NAME: NAME ('.' NAME)+;
fragment TRANSFORMER_NAME:
  'tolower' | 'toupper' | 'b64' | 'basename' | 'len' | 'join' | 'concat' | 'getopt';
fragment DIGIT: [0-9];
fragment NUMERAL: '0' [xX] [0-9a-fA-F]+ | [+\-]? DIGIT+ '.'? DIGIT* ([eE] [+\-] DIGIT+)?;
// Ends at the first delimiter whose previous character is no backslash.
fragment QUOTED_TEXT:
  '"' (~["\\\u0000] | '\\'+ ~[\\\u0000])* '"'
  | '\'' (~['\\\u0000] | '\\'+ ~[\\\u0000])* '\'';
fragment BARE_TEXT: ~[()"' \t\n\u000B\f\r=,\b] ~[()"' \t\n\u000B\f\r=,]*;

// A check has ended.
mode CONNECTIVE;
C_BLANKS: BLANK+ -> skip;
AND: 'and' BLANK+ -> mode(DEFAULT_MODE);
AND_LPAREN: 'and(' -> mode(DEFAULT_MODE);
AND_ALONE: 'and';
OR: 'or' BLANK+ -> mode(DEFAULT_MODE);
OR_LPAREN: 'or(' -> mode(DEFAULT_MODE);
OR_ALONE: 'or';
C_RPAREN: ')' -> type(RPAREN);
C_UNEXPECTED: . -> type(UNEXPECTED);

// The left side of a check has ended.
mode OPERATOR;
O_BLANKS: BLANK+ -> skip;
EXISTS: 'exists' -> mode(CONNECTIVE);
NUMBER_OPERATOR: ('<=' | '<' | '>=' | '>') -> mode(NUMBER_SIDE);
STRING_OPERATOR: ('==' | '=' | '!=' | WORD_OPERATOR {blankFollows()}?) -> mode(STRING_SIDE);
LIST_OPERATOR: ('intersects' | 'in' | 'pmatch') -> mode(LIST_SIDE);
O_UNEXPECTED: . -> type(UNEXPECTED);

fragment WORD_OPERATOR:
  'glob' | 'iglob' | 'contains' | 'icontains' | 'bcontains' | 'startswith' | 'bstartswith'
  | 'endswith' | 'regex';

mode NUMBER_SIDE;
N_BLANKS: BLANK+ -> skip;
N_VAL: 'val(' -> type(VAL), mode(CONNECTIVE), pushMode(ARGUMENT);
N_TRANSFORMER: TRANSFORMER_NAME '(' -> type(TRANSFORMER), mode(CONNECTIVE), pushMode(ARGUMENT);
N_NUMBER: NUMERAL -> type(NUMBER), mode(CONNECTIVE);
N_UNEXPECTED: . -> type(UNEXPECTED);

mode STRING_SIDE;
// A word only counts as a modifier between blanks and before a list or a name.
MODIFIER: BLANK+ ('oneof' | 'anyof' | 'allof') BLANK+ {listFollows()}? -> mode(LIST_SIDE);
S_BLANKS: BLANK+ -> skip;
S_VAL: 'val(' -> type(VAL), mode(CONNECTIVE), pushMode(ARGUMENT);
S_TRANSFORMER: TRANSFORMER_NAME '(' -> type(TRANSFORMER), mode(CONNECTIVE), pushMode(ARGUMENT);
S_QUOTED: QUOTED_TEXT -> type(QUOTED), mode(CONNECTIVE);
S_BARE: BARE_TEXT -> type(BARE), mode(CONNECTIVE);
S_UNEXPECTED: . -> type(UNEXPECTED);

mode LIST_SIDE;
L_BLANKS: BLANK+ -> skip;
L_LPAREN: '(' -> type(LPAREN), mode(LIST);
L_VAL: 'val(' -> type(VAL), mode(CONNECTIVE), pushMode(ARGUMENT);
L_TRANSFORMER: TRANSFORMER_NAME '(' -> type(TRANSFORMER), mode(CONNECTIVE), pushMode(ARGUMENT);
L_IDENTIFIER: NAME -> type(IDENTIFIER), mode(CONNECTIVE);
L_UNEXPECTED: . -> type(UNEXPECTED);

mode LIST;
I_BLANKS: BLANK+ -> skip;
I_QUOTED: QUOTED_TEXT -> type(QUOTED);
I_BARE: BARE_TEXT -> type(BARE);
I_COMMA: ',' -> type(COMMA);
I_RPAREN: ')' -> type(RPAREN), mode(CONNECTIVE);
I_UNEXPECTED: . -> type(UNEXPECTED);

mode ARGUMENT;
A_BLANKS: BLANK+ -> skip;
A_NUMBER: NUMERAL -> type(NUMBER);
A_QUOTED: QUOTED_TEXT -> type(QUOTED);
A_LPAREN: '(' -> type(LPAREN), pushMode(ARGUMENT);
A_TRANSFORMER: TRANSFORMER_NAME '(' -> type(TRANSFORMER), pushMode(ARGUMENT);
A_FIELD: FIELD_NAME -> type(FIELD);
A_FIELD_LBRACK: FIELD_NAME '[' -> type(FIELD_LBRACK), pushMode(SELECTOR);
A_COMMA: ',' -> type(COMMA);
A_RPAREN: ')' -> type(RPAREN), popMode;
A_RPAREN_LBRACK: ')[' -> type(RPAREN_LBRACK), popMode, pushMode(SELECTOR);
A_UNEXPECTED: . -> type(UNEXPECTED);

mode SELECTOR;
B_QUOTED: QUOTED_TEXT -> type(QUOTED);
B_BARE: ~[\]["' \t\n\u000B\f\r]+ -> type(BARE);
B_RBRACK: ']' -> type(RBRACK), popMode;
B_UNEXPECTED: . -> type(UNEXPECTED);
