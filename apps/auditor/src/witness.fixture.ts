import { fork } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

const program = join(import.meta.dirname, '../../../dist/witness/main.js');

/** The real witness as a process of its own, which TestSite built. */
export async function runWitness(folder: string, logKeys: readonly string[]) {
  const data = join(folder, 'witness');
  const args = [
    '--key',
    join(folder, 'witness.pem'),
    '--data',
    data,
    '--port',
    '0',
    '--name',
    'witness.example/1',
    ...logKeys.flatMap((key) => ['--log', key]),
  ];
  const child = fork(program, args, { execArgv: [], silent: true });
  const { port, key } = await new Promise<{ port: number; key: string }>((resolve, reject) => {
    child.once('message', (ready) => resolve(ready as { port: number; key: string }));
    child.once('exit', (code) => reject(new Error(`The witness ended with code ${code}.`)));
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  return {
    key,
    /** What the log is told about it. */
    environment: { LOG_WITNESSES: `http://127.0.0.1:${port} ${key}` },
    /** What it keeps of checkpoints that contradict each other, a text each. */
    evidence: async () => {
      const files = await readdir(join(data, 'evidence')).catch(() => []);
      return Promise.all(files.map((file) => readFile(join(data, 'evidence', file), 'utf8')));
    },
    async stop() {
      child.kill();
      await ended;
    },
  };
}
