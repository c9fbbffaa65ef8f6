import { expect, test } from 'vitest';
import { applicationSection } from './guide-section.ts';

const GUIDE =
  '<p>本指南……</p><h2>一、主动公开</h2><p>范围</p><h2>二、<strong>依申请公开</strong></h2><h3>（一）受理机构</h3><p>办公室</p>' +
  '<h3>（二）收费</h3><p>不收费</p><h2>三、监督</h2><p>投诉</p>';

test('takes what the guide says of applications, down to the next part', () => {
  expect(applicationSection(GUIDE)).toBe('<h3>（一）受理机构</h3><p>办公室</p><h3>（二）收费</h3><p>不收费</p>');
});

test('of the last part of a guide, whatever its rank, everything to the end', () => {
  expect(applicationSection('<h3>依申请公开</h3><h4>期限</h4><p>20个工作日</p>')).toBe(
    '<h3>期限</h3><p>20个工作日</p>',
  );
});

test('a guide without that part has none', () => {
  expect(applicationSection('<h2>主动公开</h2><p>范围</p>')).toBeNull();
  expect(applicationSection('<h2>依申请公开</h2>')).toBeNull();
});
