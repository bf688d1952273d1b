import { expect, it } from 'vitest';
import { givenViews, SavedViews, ViewChange, viewsLimit } from '@/contract/saved-views';
import { registerServices } from '../context';
import { openTestServices, world } from '../testing/open-test-services';
import { answerChange } from '../wire/next-adapter';
import { answerViews, changeView, findView } from './saved-views';

const url = `http://localhost/api/views?account=${world.account}&region=${world.region}`;

async function open() {
  const services = await openTestServices();
  registerServices(services);
  const post = async (change: object, headers: Record<string, string> = {}) => {
    const request = new Request(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'x-sluice-account': world.account,
        'x-sluice-region': world.region,
        ...headers,
      },
      body: JSON.stringify(change),
    });
    const answer = await answerChange(request, ViewChange, changeView);
    return answer.status;
  };
  const views = async () =>
    SavedViews.parse(await (await answerViews(new Request(url))).json()).views.slice(givenViews.length);
  return { ...services, post, views };
}

it('keeps views by name, in one form, with who saved them and when', async () => {
  const { post, views, time } = await open();
  const own = { 'sec-fetch-site': 'same-origin', 'x-sluice-actor': 'J%C3%BCrgen' };
  expect(
    await post({ action: 'save', name: ' Mine ', search: 'page=3&size=25&trigger=Event&q=a' }, own),
  ).toBe(200);
  expect(await views()).toEqual([{ name: 'Mine', search: 'q=a&trigger=Event', by: 'Jürgen', at: time.now }]);
  expect(await post({ action: 'save', name: 'Mine', search: '' })).toBe(409);
  expect(await post({ action: 'replace', name: 'Mine', search: 'q=b' })).toBe(200);
  expect(await post({ action: 'save', name: 'Other', search: 'q=c' })).toBe(200);
  expect(await post({ action: 'rename', name: 'Mine', to: 'Other' })).toBe(409);
  expect(await post({ action: 'rename', name: 'Mine', to: 'Ours' })).toBe(200);
  expect(findView({ auth: 'open' }, world, 'Ours')).toMatchObject({ search: 'q=b', by: 'anonymous' });
  expect(findView({ auth: 'open' }, { ...world, region: 'us-east-1' }, 'Ours')).toBeUndefined();
  expect(await post({ action: 'delete', name: 'Ours' })).toBe(200);
  expect(await post({ action: 'delete', name: 'Ours' })).toBe(404);
  expect(await post({ action: 'replace', name: 'Ours', search: '' })).toBe(404);
  expect(await views()).toMatchObject([{ name: 'Other' }]);
});

it('refuses names and lists that are none, and leaves alone what is always there', async () => {
  const { post } = await open();
  for (const name of ['', ' ', 'a\nb', 'x'.repeat(61)]) {
    expect(await post({ action: 'save', name, search: '' })).toBe(400);
  }
  expect(await post({ action: 'save', name: 'Mine', search: 'status=asleep' })).toBe(400);
  expect(await post({ action: 'destroy', name: 'Mine' })).toBe(400);
  expect(await post({ action: 'delete', name: 'Stopped' })).toBe(409);
  expect(await post({ action: 'save', name: 'Stopped', search: '' })).toBe(409);
});

it('keeps so many views and no more', async () => {
  const { post } = await open();
  for (let number = 0; number < viewsLimit; number += 1) {
    expect(await post({ action: 'save', name: `View ${number}`, search: '' })).toBe(200);
  }
  expect(await post({ action: 'save', name: 'One more', search: '' })).toBe(402);
});

it('refuses a body that is too long before it is read as JSON', async () => {
  const { post } = await open();
  expect(await post({ action: 'save', name: 'Mine', search: 'q'.repeat(2_000_000) })).toBe(413);
});
