import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Gives every project its targets, so that a project.json holds a name and its tags and nothing else.
 * @type {import('@nx/devkit').CreateNodesV2}
 */
export const createNodesV2 = [
  '{apps,libs,tools}/*/project.json',
  (files, _options, { workspaceRoot }) =>
    files.map((file) => [file, { projects: { [dirname(file)]: { targets: targetsOf(workspaceRoot, dirname(file)) } } }]),
];

function targetsOf(workspaceRoot, root) {
  const targets = {
    lint: { command: `eslint ${root} --max-warnings 0`, cache: true, inputs: ['default'] },
    test: { command: `node --experimental-vm-modules node_modules/jest/bin/jest.js ${root}`, cache: true, inputs: ['default'] },
  };
  if (existsSync(join(workspaceRoot, root, 'src/main.ts'))) {
    const name = root.split('/').at(-1);
    targets.build = { command: `node tools/build.mjs ${name}`, outputs: [`{workspaceRoot}/dist/${name}`] };
    targets.serve = { command: `node tools/run.mjs ${name}` };
  }
  return targets;
}
