import { join } from 'node:path';
import { installWhatIsMissing, root } from './install.mjs';

/** `npm start`: installs what is missing, builds, and runs the whole platform in this process. */
installWhatIsMissing();
const { build } = await import('./build.mjs');
const asksForHelp = process.argv.some((argument) => argument === '--help' || argument === '-h');
if (!asksForHelp) console.log('Isegoria starts ...');
await build();
process.chdir(root);
await import(join(root, 'dist/standalone/main.js'));
