import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { build } from './build.mjs';
import { installWhatIsMissing, root } from './install.mjs';

/** Builds one program and runs it with the arguments that follow its name; its exit code becomes this one's. */
const [program, ...args] = process.argv.slice(2);
installWhatIsMissing();
await build();
const child = spawn(process.execPath, ['--enable-source-maps', join(root, 'dist', program, 'main.js'), ...args], { stdio: 'inherit' });
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
