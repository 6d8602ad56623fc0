// The condition language on one page. One token of lookahead decides everything.
parser grammar ConditionParser;

options {
  tokenVocab = ConditionLexer;
}

condition: disjunction EOF # wholeCondition;

lone: operand EOF # loneOperand;

disjunction: conjunction orTail* # anyOf;

// Behind "or(" only the bracketed group is the operand; "a or(b) and c" is an error.
orTail
  : OR conjunction                # orOperand
  | OR_LPAREN disjunction RPAREN  # orGroup
  ;

conjunction: negation andTail* # allOf;

andTail
  : AND negation                   # andOperand
  | AND_LPAREN disjunction RPAREN  # andGroup
  ;

negation: NOT* primary # negated;

primary
  : NOT_LPAREN disjunction RPAREN  # negatedGroup
  | LPAREN disjunction RPAREN      # group
  | operand comparison             # check
  | IDENTIFIER                     # macroName
  ;

comparison
  : EXISTS                      # existence
  | NUMBER_OPERATOR numberSide  # numberComparison
  | STRING_OPERATOR stringSide  # stringComparison
  | LIST_OPERATOR listSide      # listComparison
  ;

numberSide
  : NUMBER       # numberValue
  | val          # numberVal
  | transformer  # numberTransformer
  ;

stringSide
  : string             # stringValue
  | val                # stringVal
  | transformer        # stringTransformer
  | MODIFIER modified  # modifiedValues
  ;

modified
  : list        # modifiedList
  | IDENTIFIER  # modifiedName
  ;

listSide
  : list         # listValues
  | val          # listVal
  | transformer  # listTransformer
  | IDENTIFIER   # listName
  ;

list: LPAREN (string (COMMA string)*)? RPAREN # stringList;

string
  : QUOTED  # quotedString
  | BARE    # bareString
  ;

operand
  : field        # fieldOperand
  | transformer  # transformerOperand
  ;

field
  : FIELD                  # plainField
  | FIELD_LBRACK selector  # fieldWithArgument
  ;

selector: string RBRACK # bracketed;

val: VAL field callEnd # fieldValue;

transformer: TRANSFORMER argument (COMMA argument)* callEnd # transformerCall;

callEnd
  : RPAREN                  # plainEnd
  | RPAREN_LBRACK selector  # selectedEnd
  ;

argument
  : literal      # literalArgument
  | tuple        # tupleArgument
  | transformer  # transformerArgument
  | field        # fieldArgument
  ;

tuple: LPAREN (item (COMMA item)*)? RPAREN # argumentTuple;

item
  : literal      # literalItem
  | transformer  # transformerItem
  | field        # fieldItem
  ;

literal
  : NUMBER  # numberLiteral
  | QUOTED  # quotedLiteral
  ;
