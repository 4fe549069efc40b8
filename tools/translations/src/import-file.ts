import { build } from 'esbuild';

/** Imports a TypeScript file of messages without what it is part of: lists of messages import nothing but types and `texts`. */
export async function importFile(path: string): Promise<Record<string, unknown>> {
  const { outputFiles } = await build({
    entryPoints: [path],
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    plugins: [
      {
        name: 'texts-as-they-stand',
        setup(bundle) {
          bundle.onResolve({ filter: /^@isegoria\/texts$/ }, () => ({ path: 'texts', namespace: 'as-they-stand' }));
          bundle.onLoad({ filter: /.*/, namespace: 'as-they-stand' }, () => ({ contents: 'export const texts = (list) => list;' }));
        },
      },
    ],
  });
  return (await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0]!.contents).toString('base64')}`)) as Record<string, unknown>;
}
