import { expect, region, test } from '../fixtures';

for (const path of ['flow/orders', 'flow%2Forders']) {
  test(`an ARN is read from the path as it was sent, encoded or not: ${path}`, async ({
    request,
    account,
    createFlow,
  }) => {
    await createFlow('orders', 'OnDemand');
    const answer = await request.get(`/tags/arn:aws:appflow:${region}:${account}:${path}`, {
      headers: { 'x-sluice-account': account, 'x-sluice-region': region },
    });
    expect(answer.status()).toBe(200);
    expect(await answer.json()).toEqual({ tags: {} });
  });
}
