import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openLocalPush } from '../../../infra/channels/web-push/local-push.contract.ts';
import { contractMessage } from '../../../shared/ports/channel.contract.ts';
import { type Desk, faultsOf, openDesk, settled, skipped } from './open-desk.ts';

/** What the sender puts on the wire for a message, opened with the keys of a subscription. */
async function pushed(link: string, deliveryId: string): Promise<string> {
  const { provider, channel, decrypt, contact } = await openLocalPush();
  await channel.send(
    { ...contractMessage(), link },
    { deliveryId, recipientId: 'r1', name: 'Humas', contact },
  );
  const data = JSON.stringify(decrypt(provider.received[0]!.body));
  await provider.destroy();
  return data;
}

/** Gives the desk's own service worker a push, as the browser does when one comes in. */
async function pushTo(page: Page, origin: string) {
  const devtools = await page.context().newCDPSession(page);
  const registrationId = new Promise<string>((resolve) =>
    devtools.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      for (const one of registrations) if (!one.isDeleted) resolve(one.registrationId);
    }),
  );
  await devtools.send('ServiceWorker.enable');
  const id = await registrationId;
  return (data: string) =>
    devtools.send('ServiceWorker.deliverPushMessage', { origin, registrationId: id, data });
}

const shown = (page: Page): Promise<{ title: string; body: string; icon: string; tag: string }[]> =>
  page.evaluate(
    'navigator.serviceWorker.ready.then((at) => at.getNotifications()).then((all) => all.map(({ title, body, icon, tag }) => ({ title, body, icon, tag })))',
  );

describe.skipIf(skipped)(`a push that comes in${skipped}`, () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await openDesk();
  }, 120_000);
  afterAll(() => desk?.stop());

  it('shows what was sent, a double in the place of the first, and opens the issue in the open window', async () => {
    const { issues } = await desk.installation.records.issues.list({
      scope: { unit: 'RI' },
      topmost: true,
      sort: 'priority',
      limit: 1,
    });
    const { number } = issues[0]!;
    const page = await desk.open('/peta', { worksOffline: true });
    await page.context().grantPermissions(['notifications'], { origin: desk.address });
    await page.evaluate('navigator.serviceWorker.ready.then(() => true)');
    const push = await pushTo(page, desk.address);
    // The address of the program as its operator set it; what counts is the way behind it.
    const data = await pushed(`https://saring.kpu.example/isu/${number}`, 'a'.repeat(32));
    await push(data);
    await push(data);
    await expect.poll(() => shown(page)).toHaveLength(1);
    const [notice] = await shown(page);
    const { subject, short } = contractMessage();
    expect(notice).toEqual({
      title: subject,
      body: short,
      icon: `${desk.address}/icon-192.png`,
      tag: 'a'.repeat(32),
    });
    const [worker] = page.context().serviceWorkers();
    await worker!.evaluate(`registration.getNotifications().then(([notification]) =>
      dispatchEvent(new NotificationEvent('notificationclick', { notification })))`);
    await page.waitForURL(`${desk.address}/isu/${number}`);
    await settled(page);
    expect(await shown(page)).toEqual([]);
    expect(faultsOf(page)).toEqual([]);
    await page.context().close();
  });

  it('is shown nothing for what is no message, and leads nowhere but into the desk', async () => {
    const page = await desk.open('/peta', { worksOffline: true });
    await page.context().grantPermissions(['notifications'], { origin: desk.address });
    await page.evaluate('navigator.serviceWorker.ready.then(() => true)');
    const push = await pushTo(page, desk.address);
    for (const data of ['{', '[]', '{"title":1}', '']) await push(data);
    await push(JSON.stringify({ title: 'Uji', body: 'isi', url: 'javascript:alert(1)', tag: 'b' }));
    await expect.poll(() => shown(page)).toHaveLength(1);
    const [worker] = page.context().serviceWorkers();
    await worker!.evaluate(`registration.getNotifications().then(([notification]) =>
      dispatchEvent(new NotificationEvent('notificationclick', { notification })))`);
    await page.waitForURL(`${desk.address}/isu`);
    await page.context().close();
  });
});
