import type { FeedPage } from 'disclosure-contract';
import { expect, test } from 'vitest';
import { SampleFeed, sampleCategory, sampleOrgan } from '../../../tests/support/sample-feed.ts';
import { sampleGuide, samplePower } from '../../../tests/support/sample-records.ts';
import { ContentStore } from './node/content-store.ts';
import { contentViews } from './node/content-views.ts';
import { pageOf } from './item-address.ts';
import { openTasks } from './open-tasks.ts';

test('a task leads to a guide as long as that is public, and follows it when it moves', () => {
  const feed = new SampleFeed();
  feed.saveOrgan(sampleOrgan(1));
  feed.saveCategory(sampleCategory(1));
  const guide = sampleGuide(1);
  const others = [
    { label: '查目录', href: '/catalogue/lan-mu-1/' },
    { label: '搜索', href: '/search?q=1' },
    { label: '政务服务网', href: 'https://www.example.gov.cn/powers/guides/mei-you/' },
  ];
  const tasks = [{ label: '我要办证', href: pageOf(guide) }, ...others];
  const store = ContentStore.open(':memory:');
  const content = contentViews(store, () => '2026-11-20T01:00:00.000Z');
  const follow = () => {
    const page: FeedPage = { data: feed.history, meta: { feedId: feed.feedId, through: feed.last, last: feed.last } };
    store.apply(page, { today: '2026-11-20', recordPending: false });
  };

  expect(openTasks(tasks, content)).toEqual(others);
  feed.publish(samplePower(1));
  feed.publish(guide);
  follow();
  expect(openTasks(tasks, content)).toEqual(tasks);

  const moved = { ...guide, slug: 'xin-zhi', formerSlugs: [guide.slug] };
  feed.publish(moved);
  follow();
  expect(openTasks(tasks, content)).toEqual([{ label: '我要办证', href: pageOf(moved) }, ...others]);

  feed.withdraw(moved);
  follow();
  expect(openTasks(tasks, content)).toEqual(others);
});
