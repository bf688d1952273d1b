import { expect, test } from 'vitest';
import { flowArn } from '../domain/arn';
import { createFlow } from '../operations/create-flow';
import { flowRequest, openTestServices, world } from '../testing/open-test-services';
import { handle } from './handle';

const arn = flowArn(world, 'orders');
const encoded = encodeURIComponent(arn);
const headers = {
  'content-type': 'application/json',
  'x-sluice-account': world.account,
  'x-sluice-region': world.region,
};

async function openWithFlow() {
  const services = await openTestServices();
  const tags = { team: 'crm', 'a+b': 'sum', a: 'first' };
  await createFlow({ ...flowRequest('orders', 'Event'), tags }, services.contextOf('Ana'));
  const send = async (method: string, rawUrl: string, body = '', more: Record<string, string> = {}) => {
    const answer = await handle(
      { method, rawUrl, headers: { ...headers, ...more }, rawHeaders: [], body: Buffer.from(body) },
      services,
      services.ids.next(),
    );
    return answer.exceptionName ?? (JSON.parse(answer.body) as Record<string, unknown>);
  };
  const tagKeys = async () => {
    const answer = await send('GET', `/tags/${encoded}`);
    return typeof answer === 'string' ? [answer] : Object.keys(answer.tags ?? {});
  };
  return { send, tagKeys };
}

test.each([
  ['percent-encoded', encoded],
  ['percent-encoded in lower case', encoded.replaceAll('%3A', '%3a').replaceAll('%2F', '%2f')],
  ['as it is', arn],
  ['with its slash as it is', encoded.replace('%2F', '/')],
  ['encoded more than it need be', encoded.replace('orders', '%6Frders')],
])('an ARN in the path is read %s', async (_how, path) => {
  const { send } = await openWithFlow();
  expect(await send('GET', `/tags/${path}`)).toEqual({ tags: { team: 'crm', 'a+b': 'sum', a: 'first' } });
  expect(await send('GET', `/tags/${path}?unknown=1`)).toHaveProperty('tags');
});

test.each([
  ['encoded twice', '/tags/' + encodeURIComponent(encoded), 'ValidationException'],
  ['no ARN', '/tags/orders', 'ValidationException'],
  ['the name of the member', '/tags/{resourceArn}', 'ValidationException'],
  ['longer than 512 characters', `/tags/${encoded}${'a'.repeat(512)}`, 'ValidationException'],
  ['half of a percent sign', '/tags/arn%3', 'ValidationException'],
  ['bytes that are not UTF-8', '/tags/%FF', 'ValidationException'],
  ['nothing', '/tags/', 'UnknownOperationException'],
  ['nothing, without the slash', '/tags', 'UnknownOperationException'],
  ['a slash more at its end', `/tags/${encoded}/`, 'ValidationException'],
  ['another case', `/Tags/${encoded}`, 'UnknownOperationException'],
])('a path is refused that has %s', async (_what, rawUrl, exceptionName) => {
  const { send } = await openWithFlow();
  expect(await send('GET', rawUrl)).toBe(exceptionName);
});

test.each(['PUT', 'PATCH', 'HEAD', 'OPTIONS'])('UnknownOperationException: %s on tags', async (method) => {
  const { send } = await openWithFlow();
  expect(await send(method, `/tags/${encoded}`)).toBe('UnknownOperationException');
});

test('the body of TagResource is read, and does not say which resource', async () => {
  const { send, tagKeys } = await openWithFlow();
  const body = JSON.stringify({ resourceArn: flowArn(world, 'other'), tags: { owner: 'Zo' } });
  expect(await send('POST', `/tags/${encoded}`, body)).toEqual({});
  expect(await tagKeys()).toEqual(['team', 'a+b', 'a', 'owner']);
  expect(await send('POST', `/tags/${encoded}`, '[]')).toBe('SerializationException');
  expect(await send('POST', `/tags/${encoded}`, 'null')).toBe('SerializationException');
  expect(await send('POST', `/tags/${encoded}`, '{"__proto__":{"tags":{}}}')).toBe('ValidationException');
  expect(await send('POST', `/tags/${encoded}?tags=a`)).toBe('ValidationException');
});

test.each([
  ['one', '?tagKeys=team', ['a+b', 'a']],
  ['several', '?tagKeys=team&tagKeys=a', ['a+b']],
  ['several, other parameters between', '?tagKeys=team&x&tagKeys=a&=&&y=%20', ['a+b']],
  ['a plus sign, encoded', '?tagKeys=a%2Bb', ['team', 'a']],
  ['an unneeded encoding, of the name too', '?tag%4Beys=%74eam', ['a+b', 'a']],
  ['an equals sign in the value', '?tagKeys=a=b', ['team', 'a+b', 'a']],
  ['the same twice', '?tagKeys=team&tagKeys=team', ['a+b', 'a']],
])('UntagResource takes from the query: %s', async (_what, query, left) => {
  const { send, tagKeys } = await openWithFlow();
  expect(await send('DELETE', `/tags/${encoded}${query}`)).toEqual({});
  expect(await tagKeys()).toEqual(left);
});

test.each([
  ['no key', ''],
  ['another name', '?tagkeys=team'],
  ['an empty key', '?tagKeys='],
  ['an empty key without "="', '?tagKeys'],
  ['a plus sign as it is, which is a space', '?tagKeys=a+b'],
  ['a key of AWS', '?tagKeys=aws:team'],
  ['51 keys', `?${Array.from({ length: 51 }, (_, index) => `tagKeys=${index}`).join('&')}`],
  ['half of a percent sign', '?tagKeys=a%2'],
  ['bytes that are not UTF-8, in any parameter', '?x=%C0%80&tagKeys=team'],
])('ValidationException: UntagResource with %s', async (_what, query) => {
  const { send, tagKeys } = await openWithFlow();
  const body = '{"tagKeys":["team"]}';
  expect(await send('DELETE', `/tags/${encoded}${query}`, body)).toBe('ValidationException');
  expect(await tagKeys()).toHaveLength(3);
});

test('a body that no member is in is not looked at', async () => {
  const { send } = await openWithFlow();
  expect(await send('GET', `/tags/${encoded}`, '{"resourceArn":1', { 'content-type': 'text/html' })).toEqual({
    tags: expect.anything(),
  });
  expect(await send('DELETE', `/tags/${encoded}?tagKeys=a`, '[')).toEqual({});
});

test('the query string of an operation that has no member in it is not looked at', async () => {
  const { send } = await openWithFlow();
  expect(await send('POST', '/list-flows?maxResults=0&x=%', '{}')).toHaveProperty('flows');
});
