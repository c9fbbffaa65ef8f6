import type { FeedPage } from 'disclosure-contract';
import { expect, test } from 'vitest';
import { SampleFeed, sampleCategory, sampleItem, sampleOrgan } from '../../../../tests/support/sample-feed.ts';
import { sampleGuide, samplePower, sampleRiskPoint } from '../../../../tests/support/sample-records.ts';
import { ContentStore } from './content-store.ts';
import { contentViews } from './content-views.ts';
import { tags } from './tags.ts';

const licence = samplePower(1);
const service = samplePower(2, { kind: 'public_service', code: 'GF-0001' });
const guide = sampleGuide(1);

/** A node that follows a feed one change at a time. */
function following() {
  const feed = new SampleFeed();
  feed.saveOrgan(sampleOrgan(1));
  feed.saveCategory(sampleCategory(1));
  const store = ContentStore.open(':memory:');
  const touches = (change: () => unknown) => {
    change();
    const page: FeedPage = { data: feed.history, meta: { feedId: feed.feedId, through: feed.last, last: feed.last } };
    store.settleAll();
    store.apply(page, { today: '2026-11-20', recordPending: true });
    return store.pending().some((effects) => effects.tags.includes(tags.services));
  };
  const listed = () =>
    contentViews(store, () => '2026-11-20T01:00:00.000Z')
      .services()
      .services.map(({ title }) => title);
  return { feed, touches, listed };
}

test('services are guides, and public services that have none', () => {
  const { feed, touches, listed } = following();
  const ofService = sampleGuide(1, { power: service.documentId });
  touches(() => {
    for (const item of [licence, service, sampleRiskPoint(1), sampleItem(1)]) feed.publish(item);
  });
  expect(listed()).toEqual([service.title]);
  touches(() => feed.publish(ofService));
  expect(listed()).toEqual([guide.title]);
  touches(() => feed.withdraw(ofService));
  expect(listed()).toEqual([service.title]);
});

test('their list is made anew when one of them comes, changes or goes, and at no other change', () => {
  const { feed, touches } = following();
  expect(touches(() => feed.publish(guide))).toBe(true);
  expect(touches(() => feed.publish({ ...guide, title: '新名称' }))).toBe(true);
  expect(touches(() => feed.publish(service))).toBe(true);
  expect(touches(() => feed.publish({ ...service, record: licence.record }))).toBe(true);
  expect(touches(() => feed.publish({ ...service, record: licence.record, title: '许可' }))).toBe(false);
  expect(touches(() => feed.publish(licence))).toBe(false);
  expect(touches(() => feed.publish(sampleRiskPoint(1)))).toBe(false);
  expect(touches(() => feed.publish(sampleItem(1)))).toBe(false);
  expect(touches(() => feed.withdraw(guide))).toBe(true);
  expect(touches(() => feed.withdraw(licence))).toBe(false);
});
