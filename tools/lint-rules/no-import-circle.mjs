import { relative, sep } from 'node:path';
import { root } from '../install.mjs';
import { importGraph, importsOf, wayBetween } from './import-graph.mjs';

let graph;

/**
 * No file imports, by whatever way, itself: of two files in a circle neither can be read, tested or moved without the other.
 * The tree is read once a run; the file that is linted counts as it is in the editor.
 */
export const noImportCircle = {
  meta: { type: 'problem', schema: [], messages: { circle: 'A circle of imports: {{ way }}.' } },
  create(context) {
    const file = relative(root, context.filename).split(sep).join('/');
    return {
      Program() {
        graph ??= importGraph();
        for (const imported of importsOf(file, context.sourceCode.text)) {
          const way = wayBetween(imported.file, file, graph);
          if (!way) continue;
          context.report({
            loc: context.sourceCode.getLocFromIndex(imported.pos),
            messageId: 'circle',
            data: { way: [file, ...way].join(' → ') },
          });
        }
      },
    };
  },
};
