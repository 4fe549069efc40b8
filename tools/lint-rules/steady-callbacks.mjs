const timers = new Set(['setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask']);
const listeners = new Set(['on', 'once', 'addListener', 'prependListener', 'addEventListener']);
/** Methods and functions that do not throw, whatever state their object is in. */
const harmless = new Set(['destroy', 'delete', 'clear', 'abort', 'clearTimeout', 'clearInterval']);

/**
 * A callback of a timer or an emitter has nobody above it who catches, so one that throws ends the process: it is made by `steady`, of
 * libs/steady, unless all it does is to settle a promise or something that never throws.
 */
export const steadyCallbacks = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      bare: 'What this callback throws would end the process: wrap it in `steady` (@isegoria/steady).',
      forgotten: 'If this promise is rejected, the process ends: give it to `inBackground` (@isegoria/steady).',
    },
  },
  create(context) {
    const definitionOf = (identifier) => {
      for (let scope = context.sourceCode.getScope(identifier); scope; scope = scope.upper) {
        const variable = scope.set.get(identifier.name);
        if (variable) return variable.defs[0];
      }
      return undefined;
    };
    return {
      CallExpression(node) {
        const callback = callbackOf(node);
        if (callback && !isSafe(callback, definitionOf)) context.report({ node: callback, messageId: 'bare' });
      },
      // `void` says that nobody waits; after `then` alone nobody catches either.
      'UnaryExpression[operator="void"] > CallExpression[callee.property.name="then"]'(node) {
        context.report({ node, messageId: 'forgotten' });
      },
    };
  },
};

function callbackOf({ callee, arguments: given }) {
  if (callee.type === 'Identifier') return timers.has(callee.name) ? given[0] : undefined;
  const name = callee.property?.name;
  if (name === 'nextTick') return given[0];
  return name === 'setTimeout' || (listeners.has(name) && isNamed(given[0])) ? given[1] : undefined;
}

const isNamed = (argument) => argument?.type === 'Literal' || argument?.type === 'Identifier';

function isSafe(callback, definitionOf) {
  if (callback.type === 'CallExpression') return callback.callee.name === 'steady';
  if (callback.type === 'Identifier') return isSafeName(definitionOf(callback), definitionOf);
  if (callback.type === 'MemberExpression') return isSafeProperty(callback, definitionOf);
  if (callback.type !== 'ArrowFunctionExpression' && callback.type !== 'FunctionExpression') return false;
  if (callback.body.type !== 'BlockStatement') return isHarmless(callback.body, definitionOf);
  return callback.body.body.every(
    (statement) => statement.type === 'ExpressionStatement' && isHarmless(statement.expression, definitionOf),
  );
}

/** A name is safe that settles a promise, or stands for a callback that is. */
function isSafeName(definition, definitionOf) {
  if (definition?.type === 'Parameter') return definition.node.parent?.type === 'NewExpression';
  const made = definition?.node?.init;
  return made !== undefined && made !== null && made.type !== 'Identifier' && isSafe(made, definitionOf);
}

/** `this.leave`, where the class says `leave = steady(...)`. */
function isSafeProperty({ object, property, parent }, definitionOf) {
  let around = object.type === 'ThisExpression' ? parent : undefined;
  while (around && around.type !== 'ClassBody') around = around.parent;
  const made = around?.body.find((member) => member.type === 'PropertyDefinition' && member.key.name === property.name)?.value;
  return Boolean(made) && isSafe(made, definitionOf);
}

function isHarmless(expression, definitionOf) {
  if (expression.type === 'UnaryExpression' && expression.operator === 'void') return isHarmless(expression.argument, definitionOf);
  if (expression.type === 'AssignmentExpression') return expression.right.type === 'Literal';
  if (expression.type !== 'CallExpression') return expression.type === 'Literal' || expression.type === 'Identifier';
  if (expression.callee.type === 'Identifier' && !harmless.has(expression.callee.name))
    return isSafeName(definitionOf(expression.callee), definitionOf);
  return harmless.has(expression.callee.property?.name ?? expression.callee.name);
}
