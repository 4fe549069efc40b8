import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { SingleBar } from 'cli-progress';
import { readConversation } from './conversation';
import { looks, replay, type Figures } from './replay';

const help = `Replays conversations exported from Polis and says how steady their opinion maps are while the votes come in.

  npm run check:map -- [FOLDER]

  FOLDER    holds a folder a conversation                   (default ../shared/data/polis)

Each map is drawn after every 2 % of the votes and compared with the one before. The columns:
  k         number of times the number of groups changed
  >5 %      steps with the same number of groups at which more than 5 % of the people in both maps changed letter
  >20 %     the same for 20 %
  turned    how often an axis turned round
  Rand      adjusted Rand index with the groups that Pol.is published: 1 the same, 0 chance, - where none are clear
  placed    people on the last map; of those in a group at Pol.is, how many are missing
Exit code: 0 when the goals are met (k changes at most 3 times in 100 steps; nowhere do more than 5 % change letter), 1 otherwise, 2 when
there is nothing to read.`;

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { help: { type: 'boolean', short: 'h' } } });
  if (values.help) return console.log(help);
  const folder = positionals[0] ?? '../shared/data/polis';
  if (!existsSync(folder)) {
    console.error(`${folder} is missing. Try npm run check:map -- --help.`);
    process.exit(2);
  }
  const names = readdirSync(folder).filter((name) => existsSync(join(folder, name, 'votes.csv')));
  const bar = new SingleBar({ format: '[{bar}] {value}/{total}  {name}  {eta_formatted} left', hideCursor: true });
  bar.start(names.length * looks, 0, { name: '' });
  const figures: Figures[] = [];
  for (const name of names) {
    const replayed = replay(await readConversation(folder, name));
    for (;;) {
      const { done, value } = replayed.next();
      if (done) {
        figures.push(value);
        break;
      }
      bar.increment(1, { name });
    }
  }
  bar.stop();
  report(figures);
}

function report(figures: readonly Figures[]): void {
  const sum = (name: 'steps' | 'changesOfCount' | 'twentiethMoved' | 'fifthMoved' | 'turns') =>
    figures.reduce((total, one) => total + one[name], 0);
  console.table(
    Object.fromEntries(
      figures.map((one) => [
        one.name,
        {
          steps: one.steps,
          k: one.changesOfCount,
          '>5 %': one.twentiethMoved,
          '>20 %': one.fifthMoved,
          turned: one.turns,
          Rand: one.adjustedRand === null ? '-' : Number(one.adjustedRand.toFixed(3)),
          placed: `${one.placed} (${one.missing} of ${one.placedByPolis} missing)`,
          groups: one.groups,
        },
      ]),
    ),
  );
  const changes = (100 * sum('changesOfCount')) / Math.max(1, sum('steps'));
  console.log(`The number of groups changed ${changes.toFixed(1)} times in 100 steps (goal: at most 3).`);
  console.log(
    `More than 5 % changed letter at ${sum('twentiethMoved')} of ${sum('steps')} steps (goal: none); more than 20 % at ${sum('fifthMoved')}.`,
  );
  console.log(`An axis turned round ${sum('turns')} times.`);
  process.exitCode = changes <= 3 && sum('twentiethMoved') === 0 ? 0 : 1;
}

await main();
