import Sequencer from '@jest/test-sequencer';

/** Where no earlier run is remembered, Jest begins with the largest files; these take longest, and one worker would be left with them. */
const longest = ['import-and-audit.e2e-spec', 'insider-with-the-key.int-spec', 'every-page.browser-spec'];

export default class LongestFirst extends Sequencer {
  sort(tests) {
    const isLong = ({ path }) => longest.some((name) => path.includes(name));
    return super.sort(tests).toSorted((one, other) => Number(isLong(other)) - Number(isLong(one)));
  }
}
