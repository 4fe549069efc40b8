import { root } from './install.mjs';

/** The boundary rule reads Nx's project graph, and skips itself with a warning where none was computed: so compute it first. */
export async function projectGraphIsKnown() {
  process.env.NX_DAEMON = 'false';
  process.chdir(root);
  const { createProjectGraphAsync } = await import('@nx/devkit');
  await createProjectGraphAsync({ exitOnError: true });
}

/** Lints the whole house in one process. @returns {Promise<boolean>} whether it is clean */
export async function lint() {
  await projectGraphIsKnown();
  const { ESLint } = await import('eslint');
  const eslint = new ESLint();
  const results = await eslint.lintFiles(['.']);
  const report = await (await eslint.loadFormatter('stylish')).format(results);
  if (report) console.log(report);
  return results.every(({ errorCount, warningCount }) => errorCount + warningCount === 0);
}

if (process.argv[1] === import.meta.filename) process.exit((await lint()) ? 0 : 1);
