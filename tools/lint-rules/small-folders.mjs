import { readdirSync } from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';
import { root } from '../install.mjs';
import { bigFolders } from './big-folders.mjs';
import { isRoom } from './floors.mjs';

/** As many as a reader takes in at a glance. */
const most = 7;

const list = 'tools/lint-rules/big-folders.mjs';
const area = /^(apps|libs)\//;

/** A folder holds at most seven files, beside their tests; where there are more, it is several things, and each has a name. */
export const smallFolders = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      big: '{{ folder }} holds {{ count }} files, more than {{ most }}. Give each of the things in it a folder.',
      small: '{{ folder }} holds no more than {{ most }} files: take it off the list.',
    },
  },
  create(context) {
    const file = relative(root, context.filename).split(sep).join('/');
    return file === list ? onlyBigOnes(context) : notTooBig(context, file);
  },
};

function notTooBig(context, file) {
  return {
    Program(node) {
      const folder = dirname(file);
      if (!area.test(file) || bigFolders.includes(folder) || !counts(file)) return;
      const count = new Set([...filesIn(folder), file]).size;
      if (count > most) context.report({ node, messageId: 'big', data: { folder, count, most } });
    },
  };
}

function onlyBigOnes(context) {
  return {
    'ArrayExpression > Literal'(node) {
      if (filesIn(node.value).length <= most) context.report({ node, messageId: 'small', data: { folder: node.value, most } });
    },
  };
}

function filesIn(folder) {
  try {
    return readdirSync(join(root, folder))
      .map((name) => `${folder}/${name}`)
      .filter(counts);
  } catch (error) {
    if (error.code === 'ENOENT') return [];
    throw error;
  }
}

/** Tests stand beside what they test; a room is a list of what is elsewhere. */
const counts = (file) =>
  /\.(tsx?|mjs)$/.test(file) && !/(spec|fixture)\.tsx?$/.test(file) && basename(file) !== 'index.ts' && !isRoom(file);
