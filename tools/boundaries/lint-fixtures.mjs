import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ESLint } from 'eslint';
import { projectGraphIsKnown } from '../lint.mjs';

/** Prints, for each fixture of a folder, the lint rules that it breaks where its first line says it stands. */
await projectGraphIsKnown();
const [folder] = process.argv.slice(2);
const eslint = new ESLint();
const findings = {};
for (const name of readdirSync(folder)) {
  const text = readFileSync(join(folder, name), 'utf8');
  const [, filePath] = /^\/\/ as: (\S+)/.exec(text);
  const [result] = await eslint.lintText(text, { filePath });
  findings[name] = result.messages.map(({ ruleId }) => ruleId);
}
console.log(JSON.stringify(findings));
