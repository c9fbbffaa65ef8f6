import { expect, test } from 'vitest';
import { alike } from './alike.ts';

test('people are alike who have the same name and the same roles', () => {
  expect([
    ...alike([
      { id: '1', name: '王芳', roleNames: ['信息员', '科室负责人'] },
      { id: '2', name: '王芳', roleNames: ['信息员'] },
      { id: '3', name: '李强', roleNames: ['信息员'] },
      { id: '4', name: '王芳', roleNames: ['科室负责人', '信息员'] },
    ]),
  ]).toEqual(['1', '4']);
});

test('where roles are not shown, the name alone counts', () => {
  const people = [
    { id: 1, name: '王芳' },
    { id: 2, name: '李强' },
    { id: 3, name: '王芳' },
  ];
  expect([...alike(people)]).toEqual([1, 3]);
});
