import { expect, test } from 'vitest';
import { registerServices } from '../context';
import { openTestServices } from '../testing/open-test-services';
import { answer } from './next-adapter';
import { BODY_LIMIT } from './request';

function post(body: BodyInit): Request {
  return new Request('http://127.0.0.1/stop-flow', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
  });
}

test('the Next route handler gives the answers of the wire', async () => {
  registerServices(await openTestServices());
  const response = await answer(post('{"flowName":"nothing"}'));
  expect(response.status).toBe(404);
  expect(response.headers.get('x-amzn-ErrorType')).toBe('ResourceNotFoundException');
  expect(await response.json()).toEqual({ message: 'Flow with name nothing does not exist.' });
});

test('a body over the limit is refused, one at the limit is read', async () => {
  registerServices(await openTestServices());
  const over = await answer(post('x'.repeat(BODY_LIMIT + 1)));
  expect(over.headers.get('x-amzn-ErrorType')).toBe('RequestEntityTooLargeException');
  const at = await answer(post('x'.repeat(BODY_LIMIT)));
  expect(at.headers.get('x-amzn-ErrorType')).toBe('SerializationException');
});
