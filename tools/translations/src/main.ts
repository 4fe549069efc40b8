import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { check, reportOf } from './check';
import { importFile } from './import-file';
import { mergedPo } from './po-file';
import { sources } from './sources';

const help = `Keeps the translations in step with the English messages in the code.

  npm run texts -- extract    brings each file libs/texts/po/<language>.po up to the code: new messages come empty, changed ones are
                              marked fuzzy with the English they translate, vanished ones go; a new, empty file is filled in the same way
  npm run texts -- check      lists what is missing, fuzzy (both are shown in English) and broken; fails where something is broken

Broken is a translation that is no ICU message, is filled in with other things than the English, lacks a plural form of its language,
or is set with signs of another one (a straight apostrophe in French, a Latin comma in Arabic).`;

const folder = 'libs/texts/po';

async function main([command, ...more]: string[]): Promise<number> {
  if (command === '--help' || command === '-h') {
    console.log(help);
    return 0;
  }
  if ((command !== 'extract' && command !== 'check') || more.length > 0) {
    console.error(help);
    return 2;
  }
  const messages = await sources(process.cwd(), importFile);
  const findings = readdirSync(folder).filter((name) => name.endsWith('.po')).map((name) => {
    const [path, language] = [join(folder, name), name.slice(0, -'.po'.length)];
    if (command === 'extract') writeFileSync(path, mergedPo(readFileSync(path, 'utf8'), messages, language));
    return check(readFileSync(path, 'utf8'), messages, language);
  });
  for (const finding of findings) console.log(reportOf(finding));
  return findings.some(({ broken }) => broken.length > 0) ? 1 : 0;
}

process.exitCode = await main(process.argv.slice(2));
