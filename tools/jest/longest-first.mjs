import Sequencer from '@jest/test-sequencer';

/**
 * Where no earlier run is remembered, as in a fresh clone, Jest begins with the largest files. These take longest, longest first: begun
 * late, one of them would keep a worker busy while the other has nothing left to do.
 */
const longest = [
  ...['import-and-audit.e2e-spec', 'bench.e2e-spec', 'no-lost-updates.e2e-spec', 'resilience.e2e-spec'],
  ...['every-page.browser-spec', 'every-task.browser-spec', 'narrow-pages.browser-spec', 'portal.browser-spec', 'every-route.browser-spec'],
  ...['insider-in-the-tables.int-spec', 'insider-with-the-key.int-spec', 'every-form.int-spec', 'auditor.int-spec'],
  ...['authority.spec', 'auditor/src/rules.spec', 'insider.spec', 'auditor/src/units.spec', 'forbidden-events.spec'],
  ...['analysis.read-model.int-spec', 'sequencing.int-spec', 'insider-in-the-store.int-spec', 'hostile-callers.int-spec'],
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
