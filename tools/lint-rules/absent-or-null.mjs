/**
 * A member may be left out (`@OrAbsent()`, `?`) or be null (`@OrNull()`, `| null`), each only where the class says so twice: to the check
 * of what comes in, and to the compiler. `@IsOptional()` of class-validator lets null by where no type has it, and what reads such a member
 * breaks.
 */
export const absentOrNull = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      optional: '`@IsOptional()` lets null by: say `@OrAbsent()`, and `@OrNull()` where the type has null.',
      absent: '`@OrAbsent()` belongs to a member with a question mark.',
      null: '`@OrNull()` belongs to a member whose type has null, and to each of them.',
    },
  },
  create(context) {
    return {
      'ImportSpecifier[imported.name="IsOptional"]'(node) {
        context.report({ node, messageId: 'optional' });
      },
      PropertyDefinition(node) {
        const { decorators, optional, typeAnnotation } = node;
        const isSaid = (name) => decorators.some(({ expression }) => expression.callee?.name === name);
        if (isSaid('OrAbsent') && !optional) context.report({ node, messageId: 'absent' });
        const type = typeAnnotation?.typeAnnotation;
        if (decorators.length > 0 && type && !isNamed(type) && isSaid('OrNull') !== hasNull(type))
          context.report({ node, messageId: 'null' });
      },
    };
  },
};

/** What a name stands for is not seen here. */
const isNamed = (type) => type.type === 'TSTypeReference' || (type.type === 'TSUnionType' && type.types.every(isNamed));
const hasNull = ({ type, types = [] }) => type === 'TSNullKeyword' || types.some(hasNull);
