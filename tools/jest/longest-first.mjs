import Sequencer from '@jest/test-sequencer';

/**
 * Where no earlier run is remembered, as in a fresh clone, Jest begins with the largest files. These take longest, longest first: begun
 * late, one of them would keep a worker busy while the other has nothing left to do.
 */
const longest = [
  ...['import-and-audit.e2e-spec', 'bench.e2e-spec', 'resilience.e2e-spec', 'auditors-account.e2e-spec'],
  ...['every-page.browser-spec', 'portal.browser-spec', 'every-task.browser-spec'],
  ...['insider-in-the-tables.int-spec', 'insider-with-the-key.int-spec', 'hostile-callers.int-spec', 'auditor.int-spec'],
  ...['insider.spec', 'forbidden-events.spec', 'auditor/src/audit.spec', 'polis-conversations.spec', 'methods-on-pages.spec'],
  ...['sequencing.int-spec', 'witnesses.int-spec', 'erasure.controller.int-spec', 'projector.int-spec'],
];

export default class LongestFirst extends Sequencer {
  sort(tests) {
    const placeOf = ({ path }) => {
      const place = longest.findIndex((name) => path.includes(`/${name}`));
      return place < 0 ? longest.length : place;
    };
    return super.sort(tests).toSorted((one, other) => placeOf(one) - placeOf(other));
  }
}
