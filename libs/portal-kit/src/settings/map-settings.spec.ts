import { describe, expect, it } from '@jest/globals';
import { mapSettings, originsOfMap } from './map-settings';

describe('what an operator says of maps', () => {
  const tiles = 'https://tiles.example.org:8443/gl/{z}/{x}/{y}.png?key=a';

  it('is nothing, and then nothing is fetched from elsewhere', () => {
    expect(mapSettings({})).toEqual({ tiles: undefined, attribution: undefined, start: undefined });
    expect(originsOfMap(mapSettings({ MAP_TILES_URL: '' }))).toEqual([]);
  });

  it('is where squares of a map are, of which the policy allows the origin alone', () => {
    expect(originsOfMap(mapSettings({ MAP_TILES_URL: tiles }))).toEqual(['https://tiles.example.org:8443']);
  });

  it('is refused where it is no such address, or could say more in the policy', () => {
    const wrong = ['/{z}/{x}/{y}.png', 'https://tiles.example.org/', 'https://{s}.example.org/{z}/{x}/{y}', 'data:{z}{x}{y}'];
    wrong.push(`${tiles}; script-src *`);
    for (const one of wrong) expect(() => mapSettings({ MAP_TILES_URL: one })).toThrow('MAP_TILES_URL');
    for (const one of ['50,4', '91,0,5', '50,4,20', 'x,4,5', '50,,5', '1,2,3,4'])
      expect(() => mapSettings({ MAP_START: one })).toThrow('MAP_START');
    expect(mapSettings({ MAP_START: '50.85,4.35,11' }).start).toBe('50.85,4.35,11');
  });
});
