import { expect, it } from '@jest/globals';
import { hasUtf8Query } from './well-encoded';

const inUtf8 = ['/a', '/a?', '/a?b=c', '/a?b=caf%C3%A9+%F0%9F%98%80', '/a?b=%EF%BF%BD', '/a?b=%3F?%25'];
it.each(inUtf8)('takes %s for an address in UTF-8', (url) => {
  expect(hasUtf8Query(url)).toBe(true);
});

it.each(['/a?b=%FF', '/a?%E9=c', '/a?b=%F0%9F', '/a?b=100%', '/a?b=%ED%A0%80', '/a?b=c?d=%FF'])('takes %s for none', (url) => {
  expect(hasUtf8Query(url)).toBe(false);
});
