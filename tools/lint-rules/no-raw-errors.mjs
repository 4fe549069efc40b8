const levels = new Set(['trace', 'debug', 'info', 'warn', 'error', 'fatal']);
/** What may hold anything: the words of an error, and what a failed query carries. */
const raw = new Set(['message', 'stack', 'detail', 'parameters', 'query']);

/**
 * A line of a log says of an error what `toldOf` says of it, of libs/steady: a message, or an error made into text, may hold an address, or
 * somebody's words.
 */
export const noRawErrors = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { raw: 'What an error says may be personal: give the logger the error itself as `err`, or `toldInLines` of it.' },
  },
  create(context) {
    const visitorKeys = context.sourceCode.visitorKeys;
    return {
      CallExpression(node) {
        if (!writesALine(node)) return;
        for (const given of node.arguments)
          for (const part of partsOf(given, visitorKeys)) if (isRaw(part)) context.report({ node: part, messageId: 'raw' });
      },
    };
  },
};

/** `log.warn(...)`, `process.stderr.write(...)`, `console.error(...)`. */
function writesALine({ callee }) {
  if (callee.type !== 'MemberExpression') return false;
  const { object, property } = callee;
  if (object.type === 'Identifier') return (object.name === 'log' && levels.has(property.name)) || object.name === 'console';
  return property.name === 'write' && object.property?.name === 'stderr';
}

function* partsOf(node, visitorKeys) {
  yield node;
  for (const key of visitorKeys[node.type] ?? []) {
    for (const child of [node[key]].flat()) if (child) yield* partsOf(child, visitorKeys);
  }
}

const isError = (node) => node?.type === 'Identifier' && /^(err|error|failure|cause|reason)$/i.test(node.name);

function isRaw(node) {
  if (node.type === 'MemberExpression') return raw.has(node.property.name);
  if (node.type === 'Identifier') return node.name === 'message' || node.name === 'stack';
  if (node.type === 'CallExpression') return node.callee.name === 'String' && node.arguments.some(isError);
  return node.type === 'TemplateLiteral' && node.expressions.some(isError);
}
