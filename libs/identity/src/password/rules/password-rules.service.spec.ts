import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { opaqueString } from './opaque-string';
import { mustBeHardToGuess } from './password-rules.service';

const somebody = { email: 'maria.lopez@ministry.example', name: 'María López' };

describe('a password that is chosen', () => {
  const before = process.env['PUBLIC_URL'];
  beforeAll(() => void (process.env['PUBLIC_URL'] = 'https://participate.example.org'));
  afterAll(() => void (before === undefined ? delete process.env['PUBLIC_URL'] : (process.env['PUBLIC_URL'] = before)));

  const refusalOf = (password: string) => {
    try {
      mustBeHardToGuess(password, somebody, 'password', ['Directorate of Canals', 'مديرية القنوات']);
      return undefined;
    } catch (error) {
      return (error as { details: { params: { constraint: string } } }).details.params.constraint;
    }
  };

  it.each(['1234567890', 'qwertyuiop', 'QWERTYUIOP', 'passwordpassword', 'letmeinletmein', 'ｐａｓｓｗｏｒｄ１２３'])(
    'is not %j, which is tried first',
    (password) => expect(refusalOf(password)).toBe('isUncommon'),
  );

  it.each(['Password123!', '!!Football99', 'sunshine2026'])('is not %j, such a word with what rules ask for', (password) =>
    expect(refusalOf(password)).toBe('isUncommon'),
  );

  it('is as long as it is compared, however a keyboard sends its letters', () => {
    expect(refusalOf('éèàçù'.normalize('NFD'))).toBe('minLength');
    expect(refusalOf('éèàçù ôîâêû'.normalize('NFD'))).toBeUndefined();
  });

  it.each(['aaaaaaaaaa', 'abababababab', '1212121212', 'abcdefghijkl', '9876543210', 'xyz!xyz!xyz!'])(
    'is not %j, a row or a repetition',
    (password) => expect(refusalOf(password)).toBe('isUncommon'),
  );

  it.each(['maria.lopez@ministry.example', 'MARIA.LOPEZ', 'maria.lopez2026!', 'maríalópez', 'María López 1', 'ministry.example'])(
    'is not %j, what is known of the person',
    (password) => expect(refusalOf(password)).toBe('isUncommon'),
  );

  it.each(['isegoria2026', '!!Isegoria!!', 'participate.example.org', 'participate1'])('is not %j, the name of the site', (password) =>
    expect(refusalOf(password)).toBe('isUncommon'),
  );

  it.each([
    'isegoria-demo',
    'demo_isegoria_2026',
    'Isegoria, my secret!',
    'isegoriapassword',
    'participate-admin',
    'directorate of canals',
    'Canals.Directorate.1',
    'canals-summer-2026',
    'مديرية القنوات 2026',
    'maria-lopez-dragon',
    'dragon4lopez',
  ])('is not %j, such a name with a common word or two', (password) => expect(refusalOf(password)).toBe('isUncommon'));

  it.each(['isegoria correct horse battery', 'isegoria-qxmvbtrkpw', 'canalside views of herons'])(
    'may be %j: a name and more',
    (password) => expect(refusalOf(password)).toBeUndefined(),
  );

  it.each(['tab\there and more', 'zero\u200bwidth space', 'private \ue000 use'])('holds nothing that nobody sees: %j', (password) =>
    expect(refusalOf(password)).toBe('isOpaqueString'),
  );

  it.each([
    'correct horse battery',
    'qxmvbtrkpw',
    '8419260537',
    'عدة كلمات متتالية',
    'ひとつふたつみっつよっつ',
    'maria rides at dawn',
    '         x',
    '🐎🔋🧷🐎🔋🖍',
  ])('may be %j: nothing is said of what it is made of', (password) => expect(refusalOf(password)).toBeUndefined());
});

describe('a password that is compared', () => {
  it('is the same with every kind of space, composed or not', () => {
    expect(opaqueString('cafe\u0301\u00a0au\u3000lait')).toBe('caf\u00e9 au lait');
  });

  it('is another with capitals or compatible forms', () => {
    expect(opaqueString('Ⅳ ﬁn')).toBe('Ⅳ ﬁn');
  });
});
